import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Copies a file so that what stood at `to` is either untouched or wholly replaced, also after a power cut. It
 * is written beside the target first, under a name of its own. Throws the system's error, with nothing left.
 */
export async function copyWhole(from: string, to: string): Promise<void> {
  const partial = join(dirname(to), `.despatch-${randomBytes(8).toString('hex')}.part`)
  try {
    await copyFile(from, partial, constants.COPYFILE_EXCL)
    const file = await open(partial, 'r+')
    await file.sync().finally(() => file.close())
    await rename(partial, to)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}
