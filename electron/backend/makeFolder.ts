import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Failure, type FaultCode } from '../../shared/contract/fault.ts'
import { isNoRoom, whyNotWritten } from './whyNotWritten.ts'

/**
 * Makes a folder and those above it that are missing; `folder` is absolute. Throws what stands against it in
 * words, as `code` or `disk-full`.
 */
export function makeFolder(folder: string, code: FaultCode): void {
  try {
    make(folder)
  } catch (error) {
    // The folders above are there: only a place like /proc says of them that they are not.
    const isOdd = (error as NodeJS.ErrnoException).code === 'ENOENT'
    const why = isOdd ? 'no folder can be made there' : whyNotWritten(error)
    if (why === null) throw error
    throw new Failure(
      isNoRoom(error) ? 'disk-full' : code,
      `The folder ${folder} cannot be used: ${why}. Nothing was done. Choose another folder.`,
      { cause: error },
    )
  }
}

/** Node's own recursive `mkdir` never returns from a folder that is there and takes in no other, as /proc is. */
function make(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  const above = dirname(folder)
  if (above !== folder && !existsSync(above)) make(above)
  mkdirSync(folder)
}
