import { randomBytes } from 'node:crypto'
import type { ExportedPdf, Pack } from '../../../shared/contract/pack.ts'
import type { PackEdition } from '../../../shared/document/editions.ts'
import { siteMarkings } from '../../../shared/text/marking/siteMarkings.ts'
import { sha256 } from '../articles/sha256.ts'
import type { Database } from '../database/openDatabase.ts'
import type { BackendHost } from '../host.ts'
import type { JobRunner } from '../jobs/pool.ts'
import type { RunningJob } from '../jobs/runningJobs.ts'
import type { PrintedPack } from '../pdf/printJob.ts'
import { getSettings } from '../settings.ts'
import { stagedBySha256 } from '../staging.ts'
import { writeWhole } from '../writeWhole.ts'
import { exportFileName, isMarkingInFileName } from './fileName.ts'
import { lastIssue } from './lastIssue.ts'
import { printJobFor } from './printJobFor.ts'
import { refuseForbiddenMarking } from './refuseForbiddenMarking.ts'
import { getPack, packRow } from './store.ts'
import { versionOf } from './versionOf.ts'

/**
 * Prints the newest revision of a pack in a process of its own and stages the PDF. The file appears under its
 * staged name only when it is whole and on the disk.
 */
export async function exportPack(
  db: Database,
  packId: string,
  edition: PackEdition,
  { host, press, job }: { host: BackendHost; press: JobRunner; job: RunningJob },
): Promise<ExportedPdf> {
  const started = performance.now()
  const pack = getPack(db, packId)
  const printed = await printForExport(db, pack, edition, { host, press, job })
  const { id } = packRow(db, packId)
  return await stageExport(db, host, { ...printed, pack: id, revision: pack.revision, started })
}

interface Printed {
  /** The pack's row. */
  pack: number
  revision: number
  name: string
  pages: number
  bytes: Uint8Array
  /** When the work began, as `performance.now()` gives it. */
  started: number
}

/** Stages a PDF, records its export, and says what can be fetched. */
export async function stageExport(db: Database, host: BackendHost, printed: Printed): Promise<ExportedPdf> {
  const hash = sha256(printed.bytes)
  const staged = stagedBySha256(host.archiveFolder, hash)
  await writeWhole(staged.path, printed.bytes)
  const exported: ExportedPdf = {
    exportId: `e${randomBytes(8).toString('hex')}`,
    staged: staged.id,
    name: printed.name,
    pages: printed.pages,
    bytes: printed.bytes.byteLength,
    sha256: hash,
    milliseconds: Math.round(performance.now() - printed.started),
  }
  const { exportId, name, pages, bytes } = exported
  db.prepare(
    `INSERT INTO exports (export_id, pack, revision, staged, name, pages, bytes, sha256, exported_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    exportId,
    printed.pack,
    printed.revision,
    staged.id,
    name,
    pages,
    bytes,
    hash,
    host.now().toISOString(),
  )
  return exported
}

/**
 * The PDF of a pack and the name proposed for it, as that version. Throws `invalid-input` for a marking that stops an
 * export, and what `printJobFor` and the press throw.
 */
export async function printForExport(
  db: Database,
  pack: Pack,
  edition: PackEdition,
  { host, press, job }: { host: BackendHost; press: JobRunner; job: RunningJob },
  version = versionOf(pack.revision, lastIssue(db, packRow(db, pack.packId).id)),
): Promise<PrintedPack & { name: string }> {
  const settings = getSettings(db)
  const { marking } = pack.briefing.head
  refuseForbiddenMarking(pack.briefing.head, siteMarkings(settings))
  const printed = (await press.run(printJobFor(db, pack, host.assetsFolder, edition), {
    signal: job.signal,
    onProgress: (done, total, note) => job.progress(done, total, note),
  })) as PrintedPack
  const named = { title: pack.title, edition, marking, date: pack.modifiedAt, version }
  return { ...printed, name: exportFileName(named, isMarkingInFileName(settings)) }
}
