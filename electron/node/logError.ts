import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'

/** Past this many bytes the log starts anew, and the one before it is kept beside it. */
const LOG_LIMIT = 1024 * 1024

/** Writes an unexpected error, whole, to `despatch.log` in the archive's folder. Never throws. */
export function logError(archiveFolder: string, error: unknown, context: string): void {
  const entry = `${new Date().toISOString()} ${context}\n${typeof error === 'string' ? error.trim() : inspect(error, { depth: 8 })}\n\n`
  try {
    mkdirSync(archiveFolder, { recursive: true })
    const log = join(archiveFolder, 'despatch.log')
    if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(log, `${log}.1`)
    appendFileSync(log, entry, { mode: 0o600 })
  } catch {
    // The folder cannot be written: the terminal is the only place left.
    process.stderr.write(entry)
  }
}
