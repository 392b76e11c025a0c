import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { unreadable } from './unreadable.ts'

export interface ListedSources {
  files: string[]
  refused: { path: string; reason: string }[]
}

/** How deep folders are followed. Links are not followed at all: they may lead anywhere, or in a ring. */
const depthLimit = 64

/** The files at and below the paths, by name, hidden ones left out. What cannot be read comes with its reason. */
export async function listSources(paths: readonly string[]): Promise<ListedSources> {
  const listed: ListedSources = { files: [], refused: [] }
  for (const path of paths) await list(path, 0, listed)
  return listed
}

async function list(path: string, depth: number, listed: ListedSources): Promise<void> {
  try {
    const isFolder = (await stat(path)).isDirectory()
    if (!isFolder) {
      listed.files.push(path)
      return
    }
    if (depth >= depthLimit) {
      listed.refused.push({
        path,
        reason: `${basename(path)} lies more than ${depthLimit} folders deep. Add it by itself.`,
      })
      return
    }
    const entries = await readdir(path, { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.') || entry.isSymbolicLink()) continue
      if (entry.isDirectory() || entry.isFile()) await list(join(path, entry.name), depth + 1, listed)
    }
  } catch (error) {
    const failure = unreadable(basename(path), error)
    if (!failure) throw error
    listed.refused.push({ path, reason: failure.message })
  }
}
