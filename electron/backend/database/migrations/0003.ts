/**
 * The search index is our own (see backend/search): segments that are never changed, in pages, written in the same commit
 * as what they index. The full-text table of SQLite is gone; everything is indexed anew when the archive is next opened.
 */
export const migration0003 = /* sql */ `
DROP TABLE article_index;

CREATE TABLE search_segments (
  segment INTEGER PRIMARY KEY AUTOINCREMENT,   -- never used twice: readers know a segment by its number
  state TEXT NOT NULL CHECK (state IN ('live', 'building')),
  documents INTEGER NOT NULL,
  terms INTEGER NOT NULL,
  dictionary INTEGER NOT NULL,    -- bytes of this stream, and of the next
  blocks INTEGER NOT NULL,
  dead BLOB,                      -- a bit for each document that is gone; null when none is
  dead_count INTEGER NOT NULL DEFAULT 0
) STRICT;

-- id = segment * 2^21 + stream * 2^18 + page
CREATE TABLE search_pages (id INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT;

-- Documents that are to be indexed anew, by their keys (id * 4 + kind).
CREATE TABLE search_waiting (key INTEGER PRIMARY KEY) STRICT;

-- Highlights and packs are changed in many places; an article says so itself, for an import indexes it at once.
CREATE TRIGGER search_highlight_added AFTER INSERT ON highlights BEGIN
  INSERT OR IGNORE INTO search_waiting (key) VALUES (new.id * 4 + 1);
END;
CREATE TRIGGER search_highlight_changed AFTER UPDATE ON highlights BEGIN
  INSERT OR IGNORE INTO search_waiting (key) VALUES (new.id * 4 + 1);
END;
CREATE TRIGGER search_pack_added AFTER INSERT ON packs BEGIN
  INSERT OR IGNORE INTO search_waiting (key) VALUES (new.id * 4 + 2);
END;
CREATE TRIGGER search_pack_changed AFTER UPDATE ON packs BEGIN
  INSERT OR IGNORE INTO search_waiting (key) VALUES (new.id * 4 + 2);
END;

-- How the index was made; when Despatch makes it in another way, it is made anew.
CREATE TABLE search_state (maker TEXT NOT NULL) STRICT;
`
