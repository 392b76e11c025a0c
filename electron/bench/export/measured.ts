import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { median } from '../statistics.ts'

/** What a process of its own took, from its start to its end. */
export interface Taken {
  seconds: number
  /** Of the processor, for it and the processes it waited for: on a busy machine the clock says more. */
  processor: number
  /** The most resident memory of any one process of it. */
  megabytes: number
}

const TIME = '/usr/bin/time'

/** GNU time tells what a program took of the processor and of memory; without it only the clock is read. */
export const canMeasure = existsSync(TIME)

/** Runs a program. Throws with its words when it fails. */
export function measured(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Taken {
  const started = performance.now()
  const command = canMeasure ? [TIME, '-f', 'took %U %S %M', program, ...args] : [program, ...args]
  const { status, stderr, error } = spawnSync(command[0]!, command.slice(1), {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
    timeout: 20 * 60_000,
  })
  const seconds = (performance.now() - started) / 1000
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr.slice(-2000)}`)
  const [, user, system, kilobytes] = /took ([\d.]+) ([\d.]+) (\d+)\s*$/.exec(stderr) ?? []
  return { seconds, processor: Number(user) + Number(system), megabytes: Number(kilobytes) / 1024 }
}

/** The median of each figure. */
export const medians = (all: readonly Taken[]): Taken => ({
  seconds: median(all.map(({ seconds }) => seconds)),
  processor: median(all.map(({ processor }) => processor)),
  megabytes: median(all.map(({ megabytes }) => megabytes)),
})
