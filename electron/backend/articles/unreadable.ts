import { Failure } from '../../../shared/contract/fault.ts'

/** What the operating system said of a file, in words; null when it is nothing a person can mend. */
export function unreadable(name: string, error: unknown): Failure | null {
  const because: Record<string, string> = {
    ENOENT: 'is no longer there. It may have been moved or deleted: find it and add it again.',
    EACCES: 'may not be read by you. Ask for permission to read it, or add a copy of it.',
    EPERM: 'may not be read by you. Ask for permission to read it, or add a copy of it.',
    EISDIR: 'is a folder. Add the files in it.',
    EBUSY: 'is in use by another program. Close it there and add it again.',
    EIO: 'could not be read from its disk. Copy it to another disk and add the copy.',
  }
  const words = because[String((error as { code?: unknown }).code)]
  return words ? new Failure('unreadable-file', `${name} ${words}`, { cause: error }) : null
}
