import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { makeArchive } from './search/makeArchive.ts'
import { measureArchive } from './search/measureArchive.ts'
import { measureImporting } from './search/measureImporting.ts'
import { printAgreement } from './search/printAgreement.ts'
import { printClasses, printGrowth } from './search/printTables.ts'

/**
 * `npm run bench:search [-- [ARTICLES [RUNS]] [--keep DIR] [--seed N]]`: how fast a first page of 30 with snippets and an
 * exact count comes, class by class, beside plain FTS5 over the same rows; the first answer after opening; the size of
 * the index; the memory of a process that only searches; how far the order agrees with an exact scorer; and what a search takes, and how soon an
 * article is found, while others are imported. Without a
 * number, archives of 1,000, 10,000 and 100,000 articles are measured. `--keep` keeps the archives for the next time.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: 'string' }, seed: { type: 'string', default: '1' } },
})
const [articles, runs = 5] = positionals.map(Number)
const seed = Number(values.seed)
const sizes = articles === undefined ? [1000, 10_000, 100_000] : [articles]
if ([...sizes, runs, seed].some(number => !Number.isInteger(number) || number < 1)) {
  process.stderr.write('How many? npm run bench:search -- [ARTICLES [RUNS]] [--keep DIR] [--seed N]\n')
  process.exit(2)
}
const keep = values.keep === undefined ? null : resolve(values.keep)
const folder = keep ?? mkdtempSync(join(tmpdir(), 'despatch-bench-'))

try {
  const measured = []
  for (const size of sizes) {
    const archive = makeArchive(join(folder, `${size}-${seed}`), size, seed)
    const one = await measureArchive(archive, runs)
    measured.push(one)
    printClasses(one)
  }
  if (measured.length > 1) printGrowth(measured)
  printAgreement(folder, seed)
  await measureImporting(folder, seed)
  console.log(
    `\nLoad of the machine at the end (1, 5, 15 minutes): ${loadavg()
      .map(one => one.toFixed(1))
      .join(', ')}`,
  )
} finally {
  if (keep === null) rmSync(folder, { recursive: true, force: true })
}
