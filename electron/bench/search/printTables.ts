import { median, percentile } from '../statistics.ts'
import type { MeasuredArchive } from './measureArchive.ts'
import { canDropCaches } from './startSearch.ts'

/** One table of an archive: each class of query, and what else was measured. */
export function printClasses(measured: MeasuredArchive): void {
  const { archive, queries, own, plain, cold, sizes, load } = measured
  console.log(`\n## ${archive.articles.toLocaleString('en-GB')} articles (load ${load.toFixed(1)})\n`)
  console.log('First page of 30 with snippets and exact count, warm, ms: p50 / p95 / worst of all runs.\n')
  const rows = [['queries', 'found', 'Despatch', 'its processor time', 'plain FTS5']]
  for (const name of [...new Set(queries.map(query => query.class)), null]) {
    const of = queries.flatMap((query, i) => (name === null || query.class === name ? [i] : []))
    rows.push([
      `${name ?? '**all**'} (${of.length})`,
      median(of.map(i => own.totals[i]!)).toLocaleString('en-GB'),
      spread(of.flatMap(i => own.times[i]!)),
      spread(of.flatMap(i => own.processor[i]!)),
      spread(of.flatMap(i => plain.times[i]!)),
    ])
  }
  printTable(rows)
  const firsts = cold.map(({ first }) => first)
  const dropped = canDropCaches ? 'system caches dropped' : 'system caches NOT dropped: not root'
  const { building, storing, merging } = archive.took
  console.log(
    `\nFirst answer after opening (${dropped}), one of each class: median ${milliseconds(median(firsts))}, worst ${milliseconds(Math.max(...firsts))} ms; processor, median ${milliseconds(median(cold.map(one => one.firstProcessor)))} ms` +
      `\nIndex ${megabytes(sizes.index)} MB and ${megabytes(sizes.free)} MB of free pages: ${ratio(measured).toFixed(2)} times the text of ${megabytes(sizes.text)} MB, in ${sizes.segments} segments` +
      `\nMemory of a process that only searches: ${own.resident.toFixed(0)} MB, at the most ${own.residentMost.toFixed(0)} MB`,
  )
  if (building > 0)
    console.log(
      `Made in one process: segments ${perArticle(building)}, rows and pages ${perArticle(storing)}, merging ${perArticle(merging)} ms an article`,
    )
  function perArticle(time: number): string {
    return (time / archive.articles).toFixed(2)
  }
}

/** How everything grows with the archive. */
export function printGrowth(all: readonly MeasuredArchive[]): void {
  console.log('\n## Growth\n')
  const line = (what: string, of: (one: MeasuredArchive) => string): string[] => [what, ...all.map(of)]
  printTable([
    line('articles', one => one.archive.articles.toLocaleString('en-GB')),
    line('Despatch, p50 / p95 / worst', one => spread(one.own.times.flat())),
    line('  its processor time', one => spread(one.own.processor.flat())),
    line('plain FTS5, p50 / p95 / worst', one => spread(one.plain.times.flat())),
    line('first answer, worst', one => milliseconds(Math.max(...one.cold.map(({ first }) => first)))),
    line('index, times the text', one => ratio(one).toFixed(2)),
    line('segments', one => String(one.sizes.segments)),
    line('memory at the most, MB', one => one.own.residentMost.toFixed(0)),
  ])
}

export function printTable(rows: readonly string[][]): void {
  for (const row of rows)
    console.log(`| ${row.join(' | ')} |${row === rows[0] ? `\n|${row.map(() => '---|').join('')}` : ''}`)
}

const ratio = ({ sizes: { index, free, text } }: MeasuredArchive): number => (index + free) / text

const spread = (times: readonly number[]): string =>
  [median(times), percentile(times, 0.95), Math.max(...times)].map(milliseconds).join(' / ')

const milliseconds = (time: number): string => (time < 10 ? time.toFixed(1) : time.toFixed(0))

const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0)
