import { Failure } from '../../../../shared/contract/fault.ts'

/** What the operating system said of a file, in words; null when the error is not one of the system's. */
export function unreadable(name: string, error: unknown): Failure | null {
  const { code, errno } = (error ?? {}) as NodeJS.ErrnoException
  if (typeof code !== 'string' || typeof errno !== 'number') return null
  return new Failure('unreadable-file', `${name} ${becauseOf(code, name)}`, { cause: error })
}

function becauseOf(code: string, name: string): string {
  // Node decodes names as UTF-8. One that is not comes with U+FFFD in it, and no longer leads to its file.
  if (code === 'ENOENT' && name.includes('\uFFFD')) {
    return 'has a name that cannot be read here, because it is not written in UTF-8. Rename the file and add it again.'
  }
  return (
    words[code] ??
    `could not be read (${code}). Check that it opens in another program, then add it again or add a copy of it.`
  )
}

const words: Record<string, string> = {
  ENOENT: 'is no longer there. It may have been moved or deleted: find it and add it again.',
  EACCES: 'may not be read by you. Ask for permission to read it, or add a copy of it.',
  EPERM: 'may not be read by you. Ask for permission to read it, or add a copy of it.',
  EISDIR: 'is a folder. Add the files in it.',
  EBUSY: 'is in use by another program. Close it there and add it again.',
  EIO: 'could not be read from its disk. Copy it to another disk and add the copy.',
}

/** A reason with the name of the file that it is about. */
export function named(name: string, reason: string): string {
  if (reason.includes(name)) return reason
  const rest = reason.replace(/^It was not taken in: /, '')
  return rest === reason ? `${name} was not taken in. ${reason}` : `${name} was not taken in: ${rest}`
}
