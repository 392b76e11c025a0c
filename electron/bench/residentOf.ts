import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { residentMemory } from '../node/residentMemory.ts'

/** Megabytes of a process and those it has started: resident set size, shared pages counted for each. */
export const residentOf = (pid: number): number =>
  existsSync(`/proc/${pid}/task/${pid}/children`) ? fromProc(pid) : fromTable(pid)

/** To run `ps` takes several milliseconds of the time that is being measured. */
function fromProc(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim().split(' ')
  return [String(pid), ...children].reduce((sum, each) => sum + residentMemory(each), 0)
}

function fromTable(pid: number): number {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,rss='], { encoding: 'utf8' })
  const processes = table
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number) as [number, number, number])
  return (
    processes
      // `ps` itself is one of them.
      .filter(([own, parent, rss]) => (own === pid || parent === pid) && rss > 10_000)
      .reduce((sum, [, , rss]) => sum + rss, 0) / 1024
  )
}
