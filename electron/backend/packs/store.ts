import { randomBytes } from 'node:crypto'
import { Failure } from '../../../shared/contract/fault.ts'
import type { Pack, PackSummary } from '../../../shared/contract/pack.ts'
import type { Briefing } from '../../../shared/document/briefing.ts'
import { asUnissued } from '../../../shared/document/issuing.ts'
import { openBriefing } from '../../../shared/document/open.ts'
import type { Database } from '../database/openDatabase.ts'
import { insertRevision, isUnchanged, readRevision } from './revisions.ts'

/** A pack's row as stored. `id` is its number inside the database. */
export interface PackRow extends PackSummary {
  id: number
  origin: string | null
  removedAt: string | null
}

/** Makes a pack of a draft. Nothing of the draft has been issued: what was, was another pack's. */
export function createPack(
  db: Database,
  title: string,
  briefing: Briefing,
  now: string,
  { cause = 'Created', origin = null }: { cause?: string; origin?: string | null } = {},
): PackSummary {
  const packId = `p${randomBytes(8).toString('hex')}`
  return db.transaction(() => {
    const { lastInsertRowid } = db
      .prepare(
        'INSERT INTO packs (pack_id, title, revision, created_at, modified_at, origin) VALUES (?, ?, 1, ?, ?, ?)',
      )
      .run(packId, title, now, now, origin)
    const content = asUnissued(briefing.content)
    insertRevision(db, Number(lastInsertRowid), 1, { ...briefing, content }, cause, now)
    return summary(packRow(db, packId))
  })()
}

/** The packs that are not in the bin, last changed first. */
export function listPacks(db: Database): PackSummary[] {
  return (
    db.prepare(`${select} WHERE removed_at IS NULL ORDER BY modified_at DESC, id DESC`).all() as PackRow[]
  ).map(summary)
}

/** A pack with one revision of its briefing, the newest unless another is named. Throws `not-found`. */
export function getPack(db: Database, packId: string, revision?: number): Pack {
  const row = packRow(db, packId)
  const wanted = revision ?? row.revision
  if (wanted < 1 || wanted > row.revision) {
    throw new Failure(
      'not-found',
      `The pack “${row.title}” has no revision ${wanted}. Its newest is ${row.revision}.`,
    )
  }
  const { briefing, readOnly } = openBriefing(readRevision(db, row.id, wanted))
  return { ...summary(row), revision: wanted, briefing, readOnly }
}

/**
 * Saves a draft as the next revision. Throws `stale-revision` when `baseRevision` is not the newest, so that a
 * late save cannot overwrite another, and `not-found` when the pack is in the bin. Saving what is already there
 * adds nothing.
 */
export function savePack(
  db: Database,
  packId: string,
  baseRevision: number,
  briefing: Briefing,
  cause: string,
  now: string,
): { revision: number; savedAt: string } {
  return db.transaction(() => {
    const row = packRow(db, packId)
    if (row.removedAt !== null) {
      throw new Failure(
        'not-found',
        `“${row.title}” is in the bin. Nothing was saved. Restore it first, or keep this text as a copy.`,
      )
    }
    if (isUnchanged(db, row.id, row.revision, briefing))
      return { revision: row.revision, savedAt: row.modifiedAt }
    if (baseRevision !== row.revision) {
      throw new Failure(
        'stale-revision',
        `“${row.title}” was changed elsewhere since it was opened here (revision ${row.revision}, not ${baseRevision}). Nothing was overwritten. Load the stored one, or keep yours as a copy.`,
      )
    }
    const revision = row.revision + 1
    insertRevision(db, row.id, revision, briefing, cause, now)
    db.prepare('UPDATE packs SET revision = ?, modified_at = ? WHERE id = ?').run(revision, now, row.id)
    return { revision, savedAt: now }
  })()
}

export function renamePack(db: Database, packId: string, title: string, now: string): PackSummary {
  packRow(db, packId)
  db.prepare('UPDATE packs SET title = ?, modified_at = ? WHERE pack_id = ?').run(title, now, packId)
  return summary(packRow(db, packId))
}

/** Puts a pack into the bin, or takes it out again with `now` null. */
export function setPackRemoved(db: Database, packId: string, now: string | null): void {
  packRow(db, packId)
  db.prepare('UPDATE packs SET removed_at = ? WHERE pack_id = ?').run(now, packId)
}

/** A pack by where it came from, outside the bin. */
export function findPackByOrigin(db: Database, origin: string): PackSummary | null {
  const row = db
    .prepare(`${select} WHERE origin = ? AND removed_at IS NULL ORDER BY id DESC LIMIT 1`)
    .get(origin)
  return row ? summary(row as PackRow) : null
}

/** Throws `not-found`. */
export function packRow(db: Database, packId: string): PackRow {
  const row = db.prepare(`${select} WHERE pack_id = ?`).get(packId) as PackRow | undefined
  if (!row) throw new Failure('not-found', `There is no pack ${packId} in this archive.`)
  return row
}

const select = `SELECT id, pack_id AS packId, title, revision, created_at AS createdAt, modified_at AS modifiedAt,
  origin, removed_at AS removedAt FROM packs`

const summary = ({ packId, title, revision, createdAt, modifiedAt }: PackRow): PackSummary => ({
  packId,
  title,
  revision,
  createdAt,
  modifiedAt,
})
