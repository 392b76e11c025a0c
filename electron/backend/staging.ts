import { randomBytes } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Failure } from '../../shared/contract/fault.ts'

/** The most bytes one staged file may hold. */
export const STAGED_LIMIT = 256 * 1024 * 1024

const stagedName = /^[0-9a-f]{32}$/

export const stagingFolder = (archiveFolder: string): string => join(archiveFolder, 'staging')

/** The place for a new staged file, and its id: 32 hexadecimal digits that nobody can guess. */
export function newStaged(archiveFolder: string): { id: string; path: string } {
  const folder = stagingFolder(archiveFolder)
  mkdirSync(folder, { recursive: true })
  const id = randomBytes(16).toString('hex')
  return { id, path: join(folder, id) }
}

/** The place for bytes of the backend's own making: the same bytes have the same place, so they never pile up. */
export function stagedBySha256(archiveFolder: string, sha256: string): { id: string; path: string } {
  const folder = stagingFolder(archiveFolder)
  mkdirSync(folder, { recursive: true })
  const id = sha256.slice(0, 32)
  return { id, path: join(folder, id) }
}

/** Where a staged file stands, or null when the id names none. Only our own ids are looked up, never a path. */
export function findStaged(archiveFolder: string, id: string): { path: string; bytes: number } | null {
  if (!stagedName.test(id)) return null
  const path = join(stagingFolder(archiveFolder), id)
  return existsSync(path) ? { path, bytes: statSync(path).size } : null
}

/**
 * Streams bytes into the staging folder: the host's `put` door. Throws `unreadable-file` past
 * {@link STAGED_LIMIT} and leaves nothing behind when it throws.
 */
export async function putStaged(archiveFolder: string, stream: AsyncIterable<Uint8Array>): Promise<string> {
  const { id, path } = newStaged(archiveFolder)
  let bytes = 0
  const counted = async function* () {
    for await (const chunk of stream) {
      bytes += chunk.byteLength
      if (bytes > STAGED_LIMIT) {
        throw new Failure(
          'unreadable-file',
          'The file is larger than 256 MB. Nothing was kept of it. Split it and try again.',
        )
      }
      yield chunk
    }
  }
  try {
    await pipeline(Readable.from(counted()), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    return id
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  }
}

/** Forgets one staged file. */
export function removeStaged(archiveFolder: string, id: string): void {
  const found = findStaged(archiveFolder, id)
  if (found) rmSync(found.path, { force: true })
}

/** A day, in milliseconds: nobody waits longer for what was staged. */
const STAGED_AGE = 24 * 60 * 60 * 1000

/** Forgets what was staged more than a day ago; younger files may belong to a process that is only reading. */
export function clearOldStaged(archiveFolder: string, now: Date): void {
  const folder = stagingFolder(archiveFolder)
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const age = now.getTime() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)
    if (age > STAGED_AGE) rmSync(path, { recursive: true, force: true })
  }
}
