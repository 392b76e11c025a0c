import type { Revision } from '../../../shared/contract/pack.ts'
import type { Briefing } from '../../../shared/document/briefing.ts'
import { plainText } from '../../../shared/document/walk.ts'
import { countWords } from '../../../shared/text/words.ts'
import type { Database } from '../database/openDatabase.ts'
import { applyDelta, deltaBetween } from './delta.ts'

/** Every so many revisions a whole one is stored, so that reading one never walks further than this. */
const wholeEvery = 50

/** Stores the next revision of a pack. The caller keeps the pack's own row in step, in the same transaction. */
export function insertRevision(
  db: Database,
  pack: number,
  revision: number,
  briefing: Briefing,
  cause: string,
  now: string,
): void {
  const json = JSON.stringify(briefing)
  const isWhole = (revision - 1) % wholeEvery === 0
  const delta = isWhole
    ? { keptStart: 0, keptEnd: 0, middle: json }
    : deltaBetween(readJson(db, pack, revision - 1), json)
  db.prepare(
    `INSERT INTO pack_revisions (pack, revision, base, kept_start, kept_end, middle, words, cause, saved_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    pack,
    revision,
    isWhole ? null : revision - 1,
    delta.keptStart,
    delta.keptEnd,
    delta.middle,
    countWords(plainText(briefing.content)),
    cause,
    now,
  )
}

/** The briefing as it was saved, untouched. */
export function readRevision(db: Database, pack: number, revision: number): Briefing {
  return JSON.parse(readJson(db, pack, revision)) as Briefing
}

/** Whether saving `briefing` would change anything. */
export function isUnchanged(db: Database, pack: number, revision: number, briefing: Briefing): boolean {
  return readJson(db, pack, revision) === JSON.stringify(briefing)
}

/** Every revision of a pack, newest first. */
export function listRevisions(db: Database, pack: number): Revision[] {
  return db
    .prepare(
      `SELECT revision, saved_at AS savedAt, cause, words FROM pack_revisions WHERE pack = ? ORDER BY revision DESC`,
    )
    .all(pack) as Revision[]
}

interface Row {
  base: number | null
  kept_start: number
  kept_end: number
  middle: string
}

function readJson(db: Database, pack: number, revision: number): string {
  const rows = db
    .prepare(
      `SELECT base, kept_start, kept_end, middle FROM pack_revisions
       WHERE pack = @pack AND revision <= @revision AND revision >=
         (SELECT max(revision) FROM pack_revisions WHERE pack = @pack AND revision <= @revision AND base IS NULL)
       ORDER BY revision`,
    )
    .all({ pack, revision }) as Row[]
  return rows.reduce(
    (json, row) => applyDelta(json, { keptStart: row.kept_start, keptEnd: row.kept_end, middle: row.middle }),
    '',
  )
}
