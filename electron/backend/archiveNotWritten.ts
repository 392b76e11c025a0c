import { Failure } from '../../shared/contract/fault.ts'
import { whyNotWritten } from './whyNotWritten.ts'

/** What kept a file from being written into the archive's folder, in words; null when it is about something else. */
export function archiveNotWritten(error: unknown, archiveFolder: string): Failure | null {
  const { path } = (error ?? {}) as NodeJS.ErrnoException
  const why = path?.startsWith(archiveFolder) ? whyNotWritten(error) : null
  if (why === null) return null
  return new Failure(
    'archive-read-only',
    `A file could not be written into the archive’s folder: ${why}. What was saved before is safe. Make the folder writable and try again.`,
    { cause: error },
  )
}
