import type { Database } from '../database/openDatabase.ts'
import { prepared } from '../database/prepared.ts'

export interface LastIssue {
  /** "1.0". */
  version: string
  /** The draft with the numbers that it was issued with. */
  revision: number
  /** The day, as YYYY-MM-DD. */
  on: string
}

/**
 * What was issued last of a pack, by its row; null where nothing was. A draft says so too, but a draft may be put in
 * from another pack, or be an older one restored.
 */
export const lastIssue = (db: Database, pack: number): LastIssue | null =>
  (prepared(
    db,
    `SELECT version, revision, substr(issued_at, 1, 10) AS "on" FROM issues
     WHERE pack = ? ORDER BY revision DESC LIMIT 1`,
  ).get(pack) as LastIssue | undefined) ?? null
