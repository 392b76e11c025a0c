import { Failure } from '../../../shared/contract/fault.ts'
import type { ExportedPdf, Issue, IssuedPack } from '../../../shared/contract/pack.ts'
import { asIssued, nextVersion } from '../../../shared/document/issuing.ts'
import { sha256 } from '../articles/sha256.ts'
import type { Database } from '../database/openDatabase.ts'
import type { BackendHost } from '../host.ts'
import type { JobRunner } from '../jobs/pool.ts'
import type { RunningJob } from '../jobs/runningJobs.ts'
import { printForExport, stageExport } from './exportPack.ts'
import { lastIssue } from './lastIssue.ts'
import { getPack, packRow, savePack } from './store.ts'

/**
 * Issues the newest revision of a pack: prints the full pack, keeps its bytes as they are, and saves the next revision
 * of the draft, in which every number and letter is fixed. Nothing is issued where the draft changed meanwhile
 * (`stale-revision`) or cannot be printed.
 */
export async function issuePack(
  db: Database,
  packId: string,
  { host, press, job }: { host: BackendHost; press: JobRunner; job: RunningJob },
): Promise<IssuedPack> {
  const pack = getPack(db, packId)
  if (pack.readOnly) throw new Failure('archive-read-only', `${pack.readOnly} Nothing was issued.`)
  const version = nextVersion(lastIssue(db, packRow(db, packId).id)?.version ?? null)
  const printed = await printForExport(db, pack, 'full', { host, press, job }, version)
  const issuedAt = host.now().toISOString()
  const hash = sha256(printed.bytes)
  const { pages } = printed
  return db.transaction(() => {
    const row = packRow(db, packId)
    if (row.revision !== pack.revision) {
      throw new Failure(
        'stale-revision',
        `“${row.title}” was changed while it was being printed. Nothing was issued. Issue it again.`,
      )
    }
    const revision = pack.revision + 1
    const content = asIssued(pack.briefing.content, version, issuedAt.slice(0, 10), revision)
    savePack(
      db,
      packId,
      pack.revision,
      { ...pack.briefing, content },
      `Issued as version ${version}`,
      issuedAt,
    )
    db.prepare(
      `INSERT INTO issues (pack, version, revision, issued_at, name, pages, sha256, pdf)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(row.id, version, revision, issuedAt, printed.name, pages, hash, printed.bytes)
    return {
      version,
      issuedAt,
      name: printed.name,
      pages,
      bytes: printed.bytes.byteLength,
      sha256: hash,
      revision,
    }
  })()
}

/** What was issued of a pack, the last first. */
export function listIssues(db: Database, packId: string): Issue[] {
  return db
    .prepare(
      `SELECT version, issued_at AS issuedAt, name, pages, length(pdf) AS bytes, sha256 FROM issues
       WHERE pack = ? ORDER BY revision DESC`,
    )
    .all(packRow(db, packId).id) as Issue[]
}

/**
 * Stages the bytes of what was issued, as an export of them. Throws `archive-damaged` where they are no longer those
 * that were issued, and `not-found` where nothing was issued under that version.
 */
export async function fetchIssue(
  db: Database,
  host: BackendHost,
  packId: string,
  version: string,
): Promise<ExportedPdf> {
  const started = performance.now()
  const { id } = packRow(db, packId)
  const row = db
    .prepare('SELECT revision, name, pages, sha256, pdf FROM issues WHERE pack = ? AND version = ?')
    .get(id, version) as
    | { revision: number; name: string; pages: number; sha256: string; pdf: Buffer }
    | undefined
  if (!row) throw new Failure('not-found', `Nothing was issued as version ${version} of this pack.`)
  if (sha256(row.pdf) !== row.sha256) {
    throw new Failure(
      'archive-damaged',
      `The stored PDF of version ${version} is no longer the one that was issued. It was not given out. Restore the archive from a backup.`,
    )
  }
  const { revision, name, pages, pdf } = row
  return await stageExport(db, host, { pack: id, revision, name, pages, bytes: pdf, started })
}
