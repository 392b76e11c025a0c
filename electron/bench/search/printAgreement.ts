import { join } from 'node:path'
import { openDatabase } from '../../backend/database/openDatabase.ts'
import { makeArchive } from './makeArchive.ts'
import { type Agreement, measureAgreement } from './measureAgreement.ts'
import { newsCorpus } from './newsCorpus.ts'
import { printTable } from './printTables.ts'
import { queryMix } from './queryMix.ts'

/** So many articles, for every word of them is scored for every query. */
const articles = 2000

/** Compares the order of the index with that of the exact scorer, class by class. */
export function printAgreement(folder: string, seed: number): void {
  const archive = makeArchive(join(folder, `${articles}-${seed}-exact`), articles, seed, { plain: false })
  const article = newsCorpus(seed)
  const all = Array.from({ length: articles }, (_, i) => article(i))
  const { db, close } = openDatabase(archive.folder)
  try {
    const measured = measureAgreement(db, all, queryMix(all, seed))
    console.log(
      `\n## Agreement with an exact scorer, ${articles.toLocaleString('en-GB')} articles\n\n` +
        'Scaled nDCG@30: 0 is a random choice of the matches, 1 the exact order.\n',
    )
    const classes = [...new Set(measured.map(({ query }) => query.class))]
    printTable([
      ['queries', 'mean', 'lowest', 'counted wrong'],
      ...classes.map(name =>
        row(
          name,
          measured.filter(({ query }) => query.class === name),
        ),
      ),
    ])
  } finally {
    close()
  }
}

function row(name: string, measured: readonly Agreement[]): string[] {
  const scaled = measured.flatMap(each => each.scaled ?? [])
  if (scaled.length === 0) return [`${name} (0)`, 'all alike', '', '0']
  const mean = scaled.reduce((sum, one) => sum + one, 0) / scaled.length
  const wrong = measured.filter(({ found, expected }) => found !== expected).length
  return [`${name} (${scaled.length})`, mean.toFixed(4), Math.min(...scaled).toFixed(4), String(wrong)]
}
