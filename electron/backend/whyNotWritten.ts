/** Why a file or folder could not be written, in words; null when the error is not one of the system's. */
export function whyNotWritten(error: unknown): string | null {
  const { code, errno } = (error ?? {}) as NodeJS.ErrnoException
  if (typeof code !== 'string' || typeof errno !== 'number') return null
  return words[code] ?? `the system said ${code}`
}

/** Whether the disk had no room. */
export const isNoRoom = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT'].includes(String((error as NodeJS.ErrnoException).code))

const words: Record<string, string> = {
  ENOENT: 'its folder is not there',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'there is a file of that name',
  EISDIR: 'it is a folder',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'that disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its path goes round in a ring of links',
}
