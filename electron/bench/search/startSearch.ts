import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SearchTask, SearchTimes } from './searchProcess.ts'

/** Runs a task in a process of its own. With `drop`, the system's caches are emptied before it opens the archive. */
export async function startSearch(task: SearchTask, { drop = false } = {}): Promise<SearchTimes> {
  const child = fork(join(import.meta.dirname, 'searchProcess.ts'), {
    // As `npm start` runs the archive.
    execArgv: ['--max-semi-space-size=4', '--heap-growing-percent=100'],
  })
  await once(child, 'message')
  if (drop) dropCaches()
  child.send(task)
  const [times] = (await once(child, 'message')) as [SearchTimes]
  return times
}

export const canDropCaches = process.platform === 'linux' && process.getuid?.() === 0

/** Empties the system's caches, where that is allowed. */
export function dropCaches(): void {
  if (!canDropCaches) return
  execFileSync('sync')
  writeFileSync('/proc/sys/vm/drop_caches', '3')
}
