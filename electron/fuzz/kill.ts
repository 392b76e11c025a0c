import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killEvery } from './kill/killEvery.ts'

/**
 * `node electron/fuzz/kill.ts [KILLS [SEED [STEPS]]]`: kills the work on an archive (importing, correcting, removing, indexing, merging,
 * making the index anew) at so many of its writes, evenly, and looks each time whether index and articles agree when the archive is
 * opened again. Ends with 1 when they do not.
 */
const [kills = 300, seed = 1, steps = 60] = process.argv.slice(2).map(Number)
const folder = mkdtempSync(join(tmpdir(), 'despatch-kill-'))
try {
  const tally = await killEvery(folder, { kills, seed, steps }, (killed, { faults }) => {
    for (const fault of faults) console.error(fault)
    if (killed % 50 === 0) console.error(`${killed} of ${kills}`)
  })
  console.log(
    `${tally.kills} kills over ${tally.writes} writes (seed ${seed}, ${steps} steps): ${tally.faults.length} faults`,
  )
  process.exitCode = tally.faults.length > 0 ? 1 : 0
} finally {
  rmSync(folder, { recursive: true, force: true })
}
