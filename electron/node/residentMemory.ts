import { readFileSync } from 'node:fs'

/** Megabytes of resident memory of a process, as Linux says in a file; 0 when the process is gone. */
export function residentMemory(pid: number | string): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1')
    return Number(/^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
