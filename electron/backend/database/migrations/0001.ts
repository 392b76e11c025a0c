/** The first archive. Text and originals are immutable; corrections lie over them; the index can be rebuilt. */
export const migration0001 = /* sql */ `
CREATE TABLE originals (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  bytes INTEGER NOT NULL,
  packed BLOB NOT NULL            -- raw deflate of the untouched bytes
) STRICT;

CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  article_id TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,       -- the newest version
  removed_at TEXT
) STRICT;

CREATE TABLE article_versions (
  article INTEGER NOT NULL REFERENCES articles (id),
  version INTEGER NOT NULL,
  original_sha256 TEXT NOT NULL REFERENCES originals (sha256),
  origin TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  encoding TEXT NOT NULL,
  title TEXT NOT NULL,
  byline TEXT,
  publisher TEXT,
  published_on TEXT,
  url TEXT,
  language TEXT,
  text TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  blocks TEXT NOT NULL,           -- JSON
  PRIMARY KEY (article, version)
) STRICT;
CREATE INDEX article_versions_by_original ON article_versions (original_sha256);
CREATE INDEX article_versions_by_text ON article_versions (text_sha256);
CREATE INDEX article_versions_by_url ON article_versions (url) WHERE url IS NOT NULL;

CREATE TABLE article_corrections (
  article INTEGER NOT NULL REFERENCES articles (id),
  field TEXT NOT NULL,
  value TEXT,                     -- null says "unknown"
  corrected_at TEXT NOT NULL,
  PRIMARY KEY (article, field)
) STRICT;

-- What the desk shows and the index holds: the newest version, with corrections over it.
CREATE VIEW article_current AS
SELECT a.id, a.article_id, a.version, v.text,
  coalesce((SELECT value FROM article_corrections c WHERE c.article = a.id AND c.field = 'title'), v.title) AS title,
  CASE WHEN EXISTS (SELECT 1 FROM article_corrections c WHERE c.article = a.id AND c.field = 'byline')
    THEN (SELECT value FROM article_corrections c WHERE c.article = a.id AND c.field = 'byline') ELSE v.byline END AS byline,
  CASE WHEN EXISTS (SELECT 1 FROM article_corrections c WHERE c.article = a.id AND c.field = 'publisher')
    THEN (SELECT value FROM article_corrections c WHERE c.article = a.id AND c.field = 'publisher') ELSE v.publisher END AS publisher,
  CASE WHEN EXISTS (SELECT 1 FROM article_corrections c WHERE c.article = a.id AND c.field = 'publishedOn')
    THEN (SELECT value FROM article_corrections c WHERE c.article = a.id AND c.field = 'publishedOn') ELSE v.published_on END AS published_on
FROM articles a JOIN article_versions v ON v.article = a.id AND v.version = a.version
WHERE a.removed_at IS NULL;

CREATE VIRTUAL TABLE article_index USING fts5 (
  title, byline, publisher, text,
  content = 'article_current', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE highlights (
  id INTEGER PRIMARY KEY,
  highlight_id TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES articles (id),
  version INTEGER NOT NULL,
  start INTEGER NOT NULL,         -- UTF-16 code units
  "end" INTEGER NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  kind TEXT NOT NULL,
  note TEXT NOT NULL,
  tags TEXT NOT NULL,             -- JSON
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX highlights_by_article ON highlights (article) WHERE removed_at IS NULL;

CREATE TABLE packs (
  id INTEGER PRIMARY KEY,
  pack_id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  revision INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  origin TEXT,                    -- "sample" for the sample pack
  removed_at TEXT
) STRICT;

-- A revision is whole (base null) or what differs from its base: so many characters kept at the start and at
-- the end, and the characters between.
CREATE TABLE pack_revisions (
  pack INTEGER NOT NULL REFERENCES packs (id),
  revision INTEGER NOT NULL,
  base INTEGER,
  kept_start INTEGER NOT NULL,
  kept_end INTEGER NOT NULL,
  middle TEXT NOT NULL,
  words INTEGER NOT NULL,
  cause TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (pack, revision)
) STRICT;

CREATE TABLE exports (
  export_id TEXT PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES packs (id),
  revision INTEGER NOT NULL,
  staged TEXT NOT NULL,
  name TEXT NOT NULL,
  pages INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  exported_at TEXT NOT NULL,
  saved_path TEXT
) STRICT;

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL             -- JSON
) STRICT;
`
