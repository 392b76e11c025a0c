import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type AfterKill, killAtWrite } from './killAtWrite.ts'

export interface KillTally {
  /** How many writes the whole work is. */
  writes: number
  kills: number
  faults: string[]
}

/**
 * Makes an archive, and then, from the same beginning, does the same work so many times; each time it is killed at another write,
 * evenly from the first to the last.
 */
export async function killEvery(
  folder: string,
  { kills, seed, steps }: { kills: number; seed: number; steps: number },
  onKill: (killed: number, after: AfterKill) => void = () => {},
): Promise<KillTally> {
  const start = join(folder, 'start')
  await killAtWrite(start, { seed, steps, killAt: 0 })
  const copy = (): string => {
    const work = join(folder, 'work')
    rmSync(work, { recursive: true, force: true })
    cpSync(start, work, { recursive: true })
    return work
  }
  const whole = await killAtWrite(copy(), { seed: seed + 1, steps, killAt: 0 })
  const end = whole.done.find(step => step.did === 'end')
  const writes = end?.did === 'end' ? end.writes : 0
  const tally: KillTally = { writes, kills: 0, faults: [...whole.faults] }
  for (let i = 1; i <= kills && writes > 0; i++) {
    const killAt = Math.max(1, Math.round((i * writes) / kills))
    const after = await killAtWrite(copy(), { seed: seed + 1, steps, killAt })
    if (after.isKilled) tally.kills++
    else tally.faults.push(`not killed at write ${killAt}`)
    tally.faults.push(...after.faults.map(fault => `at write ${killAt}: ${fault}`))
    onKill(i, after)
  }
  return tally
}
