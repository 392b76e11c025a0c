import { appendFileSync, renameSync, statSync } from 'node:fs'

const LIMIT = 1024 * 1024

let file: string | null = null

/** Says where errors are written from now on: a file on this machine, of at most 1 MB and one before it. */
export function keepLog(path: string): void {
  file = path
}

/** Writes an unexpected error whole, for whoever looks after this machine. It is sent nowhere. Never throws. */
export function logError(error: unknown, context: string): void {
  if (file === null) return
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  try {
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LIMIT) renameSync(file, `${file}.1`)
    appendFileSync(file, `${new Date().toISOString()} ${context}: ${text.trimEnd()}\n`, { mode: 0o600 })
  } catch {
    // A log that cannot be written must not stop the work it reports on.
  }
}
