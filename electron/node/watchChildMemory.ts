import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { memoryInterval } from '../backend/jobs/jobMemory.ts'

/** Whether this system says how much memory another process takes: Linux does, in a file. */
export const canWatchChildren = process.platform === 'linux' && existsSync('/proc/self/status')

/** Kills a process that was started from here when it takes more than so many megabytes of resident memory. */
export function watchChildMemory(child: ChildProcess, limit: number): void {
  const looking = setInterval(() => {
    if (residentOf(child.pid!) > limit) child.kill('SIGKILL')
  }, memoryInterval).unref()
  child.once('exit', () => clearInterval(looking))
}

/** Megabytes of resident memory; 0 when the process is gone. */
function residentOf(pid: number): number {
  try {
    const [, kilobytes = '0'] =
      /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? []
    return Number(kilobytes) / 1024
  } catch {
    return 0
  }
}
