import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeHost } from '../node/nodeHost.ts'
import { fuzzedKinds, fuzzKind } from './fuzzKind.ts'

/**
 * `npm run fuzz [-- MUTANTS [SEED [KIND…]]]`: so many damaged files of each kind (10,000 unless told) are read by the
 * processes that read strangers' files. Ends with 1 when one of them died or hung.
 */
const [mutants = '10000', seed = '1', ...kinds] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'despatch-fuzz-'))
let failures = 0
try {
  const host = nodeHost({ kind: 'cli', archiveFolder: folder })
  console.log(
    '| kind | mutants | read | refused | unforeseen | died | hung | slowest, ms |\n|---|---|---|---|---|---|---|---|',
  )
  for (const [job, kind] of fuzzedKinds) {
    if (kinds.length > 0 && !kinds.includes(kind)) continue
    const tally = await fuzzKind(host, [job, kind], { mutants: Number(mutants), seed: Number(seed) })
    const { read, refused, unforeseen, errors, died, hung, slowest } = tally
    failures += died + hung
    console.log(
      `| ${kind}${job === 'unpack' ? ' (taken apart)' : ''} | ${[mutants, read, refused, unforeseen, died, hung, slowest.toFixed(0)].join(' | ')} |`,
    )
    for (const each of errors) console.error(`  ${each.replaceAll('\n', '\n  ')}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = failures > 0 ? 1 : 0
