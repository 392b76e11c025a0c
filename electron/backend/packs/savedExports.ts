import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { Failure } from '../../../shared/contract/fault.ts'
import type { Database } from '../database/openDatabase.ts'
import type { BackendHost, HostFiles } from '../host.ts'
import { findStaged } from '../staging.ts'

/** Asks the person where an exported PDF should go and copies it there. `saved` is false when they declined. */
export async function saveExport(
  db: Database,
  host: BackendHost,
  exportId: string,
): Promise<{ saved: boolean; name: string | null }> {
  const row = exportRow(db, exportId)
  const staged = findStaged(host.archiveFolder, row.staged)
  if (!staged) throw gone(row.name)
  const path = await hostFiles(host).saveAs(staged.path, row.name)
  if (path === null) return { saved: false, name: null }
  db.prepare('UPDATE exports SET saved_path = ? WHERE export_id = ?').run(path, exportId)
  return { saved: true, name: basename(path) }
}

/** Opens the saved PDF in the person's own program for it. */
export const openExport = (db: Database, host: BackendHost, exportId: string): Promise<void> =>
  hostFiles(host).open(savedPath(db, exportId))

/** Shows the saved PDF in its folder. */
export const revealExport = (db: Database, host: BackendHost, exportId: string): Promise<void> =>
  hostFiles(host).reveal(savedPath(db, exportId))

interface Row {
  staged: string
  name: string
  saved_path: string | null
}

function exportRow(db: Database, exportId: string): Row {
  const row = db.prepare('SELECT staged, name, saved_path FROM exports WHERE export_id = ?').get(exportId)
  if (!row) throw new Failure('not-found', 'This export is no longer known. Export the pack again.')
  return row as Row
}

function savedPath(db: Database, exportId: string): string {
  const { saved_path: path, name } = exportRow(db, exportId)
  if (path === null || !existsSync(path)) throw gone(name)
  return path
}

function hostFiles(host: BackendHost): HostFiles {
  if (!host.files) throw new Failure('not-here', 'In a browser the PDF is downloaded instead. Use Download.')
  return host.files
}

const gone = (name: string): Failure =>
  new Failure('not-found', `${name} is no longer where it was put. Export the pack again.`)
