/** What was sent is kept as it was sent: the bytes of the PDF, their hash, and the revision of the draft. */
export const migration0004 = /* sql */ `
CREATE TABLE issues (
  pack INTEGER NOT NULL REFERENCES packs (id),
  version TEXT NOT NULL,          -- "1.0", then "1.1"
  revision INTEGER NOT NULL,      -- the draft with the numbers it was issued with
  issued_at TEXT NOT NULL,
  name TEXT NOT NULL,
  pages INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  pdf BLOB NOT NULL,
  PRIMARY KEY (pack, version)
) STRICT;
`
