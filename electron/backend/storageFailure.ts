import { Failure } from '../../shared/contract/fault.ts'

/** What a full or failing disk said, in words; null when the error is about something else. */
export function storageFailure(error: unknown): Failure | null {
  const code = String((error as { code?: unknown } | null)?.code)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return new Failure(
      'disk-full',
      'The disk is full. This change was not saved; everything saved before is safe. Make room on the disk, then try again.',
      { cause: error },
    )
  }
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') {
    return new Failure(
      'disk-full',
      'The disk did not take the change, so it was not saved; everything saved before is safe. Check the disk, restart Despatch and try again.',
      { cause: error },
    )
  }
  if (code === 'SQLITE_READONLY' || code.startsWith('SQLITE_READONLY')) {
    return new Failure('archive-read-only', 'The archive can only be read at present. Nothing was changed.', {
      cause: error,
    })
  }
  if (code.startsWith('SQLITE_BUSY')) {
    return new Failure(
      'archive-in-use',
      'Another program is using the archive. Nothing was changed. Try again in a moment.',
      { cause: error },
    )
  }
  if (code === 'SQLITE_CORRUPT' || code.startsWith('SQLITE_CORRUPT_')) {
    return new Failure(
      'archive-damaged',
      'A part of the archive is damaged; this was not done and nothing was overwritten. Close Despatch, keep a copy of the archive folder, and put back the newest copy you have.',
      { cause: error },
    )
  }
  return null
}
