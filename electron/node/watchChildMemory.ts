import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { memoryInterval } from '../backend/jobs/jobMemory.ts'
import { residentMemory } from './residentMemory.ts'

/** Whether this system says how much memory another process takes: Linux does, in a file. */
export const canWatchChildren = process.platform === 'linux' && existsSync('/proc/self/status')

/** Kills a process that was started from here when it takes more than so many megabytes of resident memory. */
export function watchChildMemory(child: ChildProcess, limit: number): void {
  const looking = setInterval(() => {
    if (residentMemory(child.pid!) > limit) child.kill('SIGKILL')
  }, memoryInterval).unref()
  child.once('exit', () => clearInterval(looking))
}
