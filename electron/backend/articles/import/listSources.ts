import type { Stats } from 'node:fs'
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
  for (const path of paths) await refusing(path, listed, async () => list(path, await stat(path), 0, listed))
  return listed
}

/** What a file is, as a folder says of what is in it, or the file itself. */
type Found = Pick<Stats, 'isFile' | 'isSymbolicLink' | 'isDirectory'>

async function list(path: string, found: Found, depth: number, listed: ListedSources): Promise<void> {
  const refuse = (reason: string) => listed.refused.push({ path, reason })
  const name = basename(path)
  if (found.isFile()) {
    listed.files.push(path)
  } else if (found.isSymbolicLink()) {
    refuse(`${name} is a link; links inside a folder are not followed. Add what it leads to by itself.`)
  } else if (!found.isDirectory()) {
    refuse(`${name} is not a file but a pipe, a socket or a device; it was not opened. Add a file instead.`)
  } else if (depth >= depthLimit) {
    refuse(`${name} lies more than ${depthLimit} folders deep. Add it by itself.`)
  } else {
    await refusing(path, listed, async () => {
      const inside = await readdir(path, { withFileTypes: true })
      inside.sort((a, b) => (a.name < b.name ? -1 : 1))
      for (const each of inside) {
        if (each.name.startsWith('.')) continue
        const below = join(path, each.name)
        // A name that is not UTF-8 does not lead to its file.
        await refusing(below, listed, async () =>
          list(below, each.name.includes('\ufffd') ? await lstat(below) : each, depth + 1, listed),
        )
      }
    })
  }
}

async function refusing(path: string, listed: ListedSources, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const failure = unreadable(basename(path), error)
    if (!failure) throw error
    listed.refused.push({ path, reason: failure.message })
  }
}
