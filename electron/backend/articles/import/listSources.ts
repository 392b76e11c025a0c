import { lstat, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { unreadable } from './unreadable.ts'

export interface ListedSources {
  files: string[]
  refused: { path: string; reason: string }[]
}

/** How deep folders are followed. */
const depthLimit = 64

/**
 * The files at and below the paths, by name, hidden ones left out. What cannot be read comes with its reason. A
 * link that was named is followed; one inside a folder is not, for it may lead anywhere, or in a ring.
 */
export async function listSources(paths: readonly string[]): Promise<ListedSources> {
  const listed: ListedSources = { files: [], refused: [] }
  for (const path of paths) await list(path, 0, listed)
  return listed
}

async function list(path: string, depth: number, listed: ListedSources): Promise<void> {
  const refuse = (reason: string) => listed.refused.push({ path, reason })
  const name = basename(path)
  try {
    const found = await (depth === 0 ? stat(path) : lstat(path))
    if (found.isFile()) {
      listed.files.push(path)
    } else if (found.isSymbolicLink()) {
      refuse(`${name} is a link; links inside a folder are not followed. Add what it leads to by itself.`)
    } else if (!found.isDirectory()) {
      refuse(`${name} is not a file but a pipe, a socket or a device; it was not opened. Add a file instead.`)
    } else if (depth >= depthLimit) {
      refuse(`${name} lies more than ${depthLimit} folders deep. Add it by itself.`)
    } else {
      const names = await readdir(path)
      for (const each of names.sort()) {
        if (!each.startsWith('.')) await list(join(path, each), depth + 1, listed)
      }
    }
  } catch (error) {
    const failure = unreadable(name, error)
    if (!failure) throw error
    refuse(failure.message)
  }
}
