/**
 * Everything an official receives: what is known of an article and from where, copies of one agency text, references,
 * tags and handling, and an official's word on what is page furniture. What the desk shows of an article is kept in
 * its own row, so that lists and search need not put it together each time.
 */
export const migration0002 = /* sql */ `
ALTER TABLE article_versions ADD COLUMN part INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article_versions ADD COLUMN parts INTEGER NOT NULL DEFAULT 1;     -- how many articles its original holds
ALTER TABLE article_versions ADD COLUMN modified_on TEXT;
ALTER TABLE article_versions ADD COLUMN canonical_url TEXT;
ALTER TABLE article_versions ADD COLUMN section TEXT;
ALTER TABLE article_versions ADD COLUMN address_key TEXT;
ALTER TABLE article_versions ADD COLUMN evidence TEXT NOT NULL DEFAULT '{}';   -- JSON
ALTER TABLE article_versions ADD COLUMN captured_at TEXT;
ALTER TABLE article_versions ADD COLUMN importer TEXT NOT NULL DEFAULT '1';
ALTER TABLE article_versions ADD COLUMN no_text TEXT;
UPDATE article_versions SET address_key = rtrim(replace(replace(url, 'https://', ''), 'http://', ''), '/')
  WHERE url IS NOT NULL;
DROP INDEX article_versions_by_url;
DROP INDEX article_versions_by_text;
CREATE INDEX article_versions_by_text ON article_versions (text_sha256, address_key);
CREATE INDEX article_versions_by_address ON article_versions (address_key) WHERE address_key IS NOT NULL;

ALTER TABLE articles ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN byline TEXT;
ALTER TABLE articles ADD COLUMN publisher TEXT;
ALTER TABLE articles ADD COLUMN published_on TEXT;
ALTER TABLE articles ADD COLUMN modified_on TEXT;
ALTER TABLE articles ADD COLUMN url TEXT;
ALTER TABLE articles ADD COLUMN canonical_url TEXT;
ALTER TABLE articles ADD COLUMN language TEXT;
ALTER TABLE articles ADD COLUMN section TEXT;
ALTER TABLE articles ADD COLUMN title_key TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN evidence TEXT NOT NULL DEFAULT '{}';           -- JSON
ALTER TABLE articles ADD COLUMN purpose TEXT;
ALTER TABLE articles ADD COLUMN lawful_basis TEXT;
ALTER TABLE articles ADD COLUMN licence TEXT;
ALTER TABLE articles ADD COLUMN retain_until TEXT;
ALTER TABLE articles ADD COLUMN sketch BLOB;            -- the hashes in sketches, 32 bits each; null where not yet made
ALTER TABLE articles ADD COLUMN copy_group INTEGER;    -- the same number for all that carry the same copy
UPDATE articles SET
  (title, byline, publisher, published_on, url, language) =
  (SELECT title, byline, publisher, published_on, url, language FROM article_versions v
   WHERE v.article = articles.id AND v.version = articles.version);
UPDATE articles SET title = c.value FROM article_corrections c WHERE c.article = articles.id AND c.field = 'title';
UPDATE articles SET byline = c.value FROM article_corrections c WHERE c.article = articles.id AND c.field = 'byline';
UPDATE articles SET publisher = c.value FROM article_corrections c WHERE c.article = articles.id AND c.field = 'publisher';
UPDATE articles SET published_on = c.value FROM article_corrections c WHERE c.article = articles.id AND c.field = 'publishedOn';
UPDATE articles SET url = c.value FROM article_corrections c WHERE c.article = articles.id AND c.field = 'url';
UPDATE articles SET title_key = lower(title);
CREATE INDEX articles_by_title ON articles (title_key);
CREATE INDEX articles_by_copy_group ON articles (copy_group) WHERE copy_group IS NOT NULL;
CREATE INDEX articles_unsketched ON articles (id) WHERE sketch IS NULL;
CREATE INDEX articles_by_date ON articles (published_on IS NULL, published_on DESC, id DESC) WHERE removed_at IS NULL;

DROP VIEW article_current;
CREATE VIEW article_current AS
SELECT a.id, a.article_id, a.version, a.title, a.byline, a.publisher, a.published_on, v.text
FROM articles a JOIN article_versions v ON v.article = a.id AND v.version = a.version
WHERE a.removed_at IS NULL;

-- The smallest hashes of an article's runs of words: two articles that share some carry the same copy, perhaps.
CREATE TABLE sketches (
  hash INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (id),
  PRIMARY KEY (hash, article)
) STRICT, WITHOUT ROWID;

-- An official's word on two articles, a < b.
CREATE TABLE copy_decisions (
  a INTEGER NOT NULL REFERENCES articles (id),
  b INTEGER NOT NULL REFERENCES articles (id),
  same INTEGER NOT NULL,
  decided_at TEXT NOT NULL,
  PRIMARY KEY (a, b),
  CHECK (a < b)
) STRICT, WITHOUT ROWID;

-- An official's word on a block, by its words, so that it also holds in a later version.
CREATE TABLE furniture_decisions (
  article INTEGER NOT NULL REFERENCES articles (id),
  block TEXT NOT NULL,
  hidden INTEGER NOT NULL,
  decided_at TEXT NOT NULL,
  PRIMARY KEY (article, block)
) STRICT, WITHOUT ROWID;

CREATE TABLE article_tags (
  article INTEGER NOT NULL REFERENCES articles (id),
  tag TEXT NOT NULL COLLATE NOCASE,
  PRIMARY KEY (article, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_tags_by_tag ON article_tags (tag);

-- What a reference file says of a publication: joined to its article, or waiting for it.
CREATE TABLE reference_records (
  id INTEGER PRIMARY KEY,
  original_sha256 TEXT NOT NULL REFERENCES originals (sha256),
  part INTEGER NOT NULL,
  origin TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  title_key TEXT NOT NULL,
  address_key TEXT,
  record TEXT NOT NULL,                -- JSON
  article INTEGER REFERENCES articles (id),
  removed_at TEXT,
  UNIQUE (original_sha256, part)
) STRICT;
CREATE INDEX reference_records_by_title ON reference_records (title_key) WHERE article IS NULL;
CREATE INDEX reference_records_by_address ON reference_records (address_key) WHERE article IS NULL AND address_key IS NOT NULL;
CREATE INDEX reference_records_by_article ON reference_records (article) WHERE article IS NOT NULL;
`
