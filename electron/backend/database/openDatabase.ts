import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Failure, type Fault } from '../../../shared/contract/fault.ts'
import { makeFolder } from '../makeFolder.ts'
import { type ArchiveLock, takeLock } from './lock.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { refuseUnsuitable } from './suitable.ts'

export type Database = Sqlite.Database

export interface OpenedDatabase {
  db: Database
  /** Why nothing can be written; null when it can. */
  readOnly: Fault | null
  close(): void
}

/** Older ones can corrupt a database when the WAL is reset (fixed in 3.51.3). */
const oldestSqlite = [3, 51, 3]

export const archiveFile = (folder: string): string => join(folder, 'archive.sqlite')

/**
 * Opens, and where needed makes or migrates, the archive in `folder`. While another process holds it, or when
 * it was written by a newer Despatch, it opens read-only. Throws `archive-damaged` or `archive-unsuitable`;
 * the file is then as it was.
 */
export function openDatabase(folder: string): OpenedDatabase {
  const file = archiveFile(folder)
  refuseUnsuitable(folder)
  let lock: ArchiveLock | null = null
  try {
    makeFolder(resolve(folder), 'archive-unsuitable')
    lock = takeLock(folder)
    if (lock === null) return openReadOnly(file, inUse(folder))
    const db = connect(file)
    try {
      refuseForeign(db, file)
      const version = Number(db.pragma('user_version', { simple: true }))
      if (version > migrations.length) {
        db.close()
        lock.release()
        lock = null
        return openReadOnly(file, newer)
      }
      migrate(db, folder)
    } catch (error) {
      db.close()
      throw error
    }
    const held = lock
    return {
      db,
      readOnly: null,
      close: () => {
        db.close()
        held.release()
      },
    }
  } catch (error) {
    lock?.release()
    throw explain(error, file)
  }
}

function connect(file: string): Database {
  const db = new Sqlite(file)
  refuseOldSqlite(db)
  db.pragma('journal_mode = WAL')
  // better-sqlite3 is built to open WAL databases at NORMAL, which loses acknowledged commits in a power cut.
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('mmap_size = 0')
  db.pragma('trusted_schema = OFF')
  db.pragma('busy_timeout = 2000')
  // In kibibytes: what an import looks up for each article stays in memory up to some 50,000 of them.
  db.pragma('cache_size = -16000')
  db.prepare('SELECT count(*) FROM sqlite_schema').get()
  return db
}

function openReadOnly(file: string, reason: Fault): OpenedDatabase {
  if (!existsSync(file)) throw new Failure(reason.code, reason.message)
  const db = new Sqlite(file, { readonly: true })
  db.pragma('trusted_schema = OFF')
  db.prepare('SELECT count(*) FROM sqlite_schema').get()
  return { db, readOnly: reason, close: () => db.close() }
}

/** Says in the file's own header whose it is ("Desp"), so that another program's database is not taken for ours. */
const applicationId = 0x44657370

function refuseForeign(db: Database, file: string): void {
  const id = db.pragma('application_id', { simple: true })
  if (id === applicationId) return
  const { tables } = db.prepare('SELECT count(*) AS tables FROM sqlite_schema').get() as { tables: number }
  if (tables > 0) {
    throw new Failure(
      'archive-unsuitable',
      `${file} belongs to another program. It was not changed. Choose another folder for the archive.`,
    )
  }
  db.pragma(`application_id = ${applicationId}`)
}

function refuseOldSqlite(db: Database): void {
  const { version } = db.prepare('SELECT sqlite_version() AS version').get() as { version: string }
  const parts = version.split('.').map(Number)
  const difference = oldestSqlite.map((oldest, i) => (parts[i] ?? 0) - oldest).find(d => d !== 0) ?? 0
  if (difference < 0) {
    throw new Failure(
      'archive-unsuitable',
      `This build carries SQLite ${version}, which can damage an archive. Nothing was opened. Install a current Despatch.`,
    )
  }
}

const inUse = (folder: string): Fault => ({
  code: 'archive-in-use',
  message: `Another Despatch is using the archive in ${folder}. It can be read here; to change anything, close the other one and open this one again.`,
})

const newer: Fault = {
  code: 'archive-read-only',
  message:
    'This archive was written by a newer version of Despatch. It can be read here but not changed; nothing in it was touched.',
}

const unwritable = /^(EACCES|EPERM|EROFS|EEXIST|ENOTDIR|ENAMETOOLONG|SQLITE_CANTOPEN.*|SQLITE_READONLY.*)$/

function explain(error: unknown, file: string): unknown {
  const code = (error as { code?: unknown } | null)?.code
  if (code === 'SQLITE_NOTADB' || (typeof code === 'string' && code.startsWith('SQLITE_CORRUPT'))) {
    return new Failure(
      'archive-damaged',
      `The archive ${file} is damaged and was not opened or changed. Keep a copy of it, then put back the newest copy you have (copies made before an upgrade stand beside it as archive-before-….sqlite) or choose another folder.`,
      { cause: error },
    )
  }
  if (typeof code === 'string' && unwritable.test(code)) {
    return new Failure(
      'archive-unsuitable',
      `The archive ${file} cannot be opened for writing. Nothing was changed. Check that its folder is a folder in which you may write, or choose another one.`,
      { cause: error },
    )
  }
  return error
}
