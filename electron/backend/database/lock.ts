import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Failure } from '../../../shared/contract/fault.ts'

export interface ArchiveLock {
  release(): void
}

/**
 * Takes the archive for this process, or gives null when another holds it. The lock is an exclusive
 * transaction on a small file of its own, because the operating system drops it when the holder dies, however
 * it dies: a lock file with a process number in it would outlive a kill.
 */
export function takeLock(folder: string): ArchiveLock | null {
  const db = new Sqlite(join(folder, 'archive.lock'), { timeout: 0 })
  try {
    db.pragma('journal_mode = DELETE')
    db.exec('BEGIN EXCLUSIVE')
    return { release: () => db.close() }
  } catch (error) {
    db.close()
    const code = String((error as { code?: unknown }).code)
    if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return null
    if (code !== 'SQLITE_NOTADB') throw error
    const file = join(folder, 'archive.lock')
    throw new Failure(
      'archive-unsuitable',
      `${file} is not the lock that Despatch puts there. The archive was not touched. Move that file away and start again.`,
      { cause: error },
    )
  }
}
