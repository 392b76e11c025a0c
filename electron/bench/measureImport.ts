import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { unwrap } from '../../shared/contract/fault.ts'
import type { CallInput, CallName, CallOutput } from '../../shared/contract/index.ts'
import { archiveFile } from '../backend/database/openDatabase.ts'
import { openBackend } from '../backend/index.ts'
import { nodeHost } from '../node/nodeHost.ts'
import { generateArticle, seededRandom, wordAt } from './generateArticle.ts'
import { generatePage } from './generatePage.ts'
import { residentOf } from './residentOf.ts'
import { median, percentile } from './statistics.ts'

/**
 * `npm run bench:import [-- TEXTS [PAGES [RUNS]]]`: plain texts and saved web pages, seeded, through the whole import.
 * Prints medians over the runs: articles a second, how the cost of one grows with the archive, resident memory of all
 * processes together, searches answered meanwhile, and the disk that is taken.
 */
const [texts = 10_000, pages = 600, runs = 3] = process.argv.slice(2).map(Number)
const folder = mkdtempSync(join(tmpdir(), 'despatch-bench-'))

interface Measured {
  perSecond: number
  /** Articles a second in each tenth of the run. */
  tenths: number[]
  megabytes: number
  searches: number[]
}

try {
  const random = seededRandom(1)
  const textFolder = fill('texts', texts, () => ['txt', generateArticle(random)])
  const pageFolder = fill('pages', pages, () => ['html', generatePage(random)])
  const textRuns: Measured[] = []
  const pageRuns: Measured[] = []
  let disk = { whole: 0, originals: 0, text: 0 }
  let plain = 0
  for (let run = 0; run < runs; run++) {
    const archive = join(folder, `archive-${run}`)
    textRuns.push(await measure(archive, textFolder, texts))
    disk = diskOf(archive)
    rmSync(archive, { recursive: true })
    if (pages > 0) {
      pageRuns.push(await measure(`${archive}-pages`, pageFolder, pages))
      rmSync(`${archive}-pages`, { recursive: true })
    }
    plain = storePlainly(textFolder)
  }
  const of = (all: Measured[], take: (one: Measured) => number): number => median(all.map(take))
  const rows = [
    ['what', 'median', 'limit'],
    [`${texts} plain texts`, `${of(textRuns, m => m.perSecond).toFixed(0)} a second`, '1,000'],
    [
      '  the same as one row and one commit each, nothing read or indexed',
      `${plain.toFixed(0)} a second`,
      '',
    ],
    [
      '  first and last tenth of them',
      `${of(textRuns, m => m.tenths[0]!).toFixed(0)} and ${of(textRuns, m => m.tenths.at(-1)!).toFixed(0)} a second`,
      'alike',
    ],
    ['  resident memory, all processes', `${of(textRuns, m => m.megabytes).toFixed(0)} MB`, '400 MB'],
    ['  search meanwhile, p50', `${of(textRuns, m => percentile(m.searches, 0.5)).toFixed(1)} ms`, ''],
    ['  search meanwhile, p95', `${of(textRuns, m => percentile(m.searches, 0.95)).toFixed(1)} ms`, '50 ms'],
    [
      '  disk without originals, times the text',
      ((disk.whole - disk.originals) / disk.text).toFixed(2),
      '2.5',
    ],
    ['  originals, packed, with their pages, times the text', (disk.originals / disk.text).toFixed(2), ''],
    ...(pages > 0
      ? [
          [`${pages} saved web pages`, `${of(pageRuns, m => m.perSecond).toFixed(0)} a second`, '60'],
          ['  resident memory, all processes', `${of(pageRuns, m => m.megabytes).toFixed(0)} MB`, '400 MB'],
          [
            '  search meanwhile, p95',
            `${of(pageRuns, m => percentile(m.searches, 0.95)).toFixed(1)} ms`,
            '50 ms',
          ],
        ]
      : []),
  ]
  for (const row of rows) console.log(`| ${row.join(' | ')} |${row === rows[0] ? '\n|---|---|---|' : ''}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function fill(name: string, count: number, make: () => [ending: string, content: string]): string {
  const path = join(folder, name)
  mkdirSync(path)
  for (let i = 0; i < count; i++) {
    const [ending, content] = make()
    writeFileSync(join(path, `${String(i).padStart(7, '0')}.${ending}`), content)
  }
  return path
}

async function measure(archive: string, sources: string, count: number): Promise<Measured> {
  const backend = await openBackend(nodeHost({ kind: 'cli', archiveFolder: archive }))
  const call = async <N extends CallName>(name: N, input: CallInput<N>) =>
    unwrap(await backend.perform(name, input, true)) as CallOutput<N>
  const reached: number[] = []
  const started = performance.now()
  backend.onEvent(event => {
    if (event.name !== 'job.progress') return
    const tenth = Math.floor((event.data.done / count) * 10)
    for (let i = reached.length; i < tenth; i++) reached.push(performance.now() - started)
  })
  let isDone = false
  let megabytes = 0
  const watching = setInterval(() => {
    megabytes = Math.max(megabytes, residentOf(process.pid))
  }, 250)
  const searches: number[] = []
  const searching = (async () => {
    for (let i = 0; !isDone; i++) {
      await new Promise(resolve => setTimeout(resolve, 50))
      const asked = performance.now()
      await call('articles.search', { words: wordAt(Math.floor(20_000 ** ((i % 40) / 40))) })
      searches.push(performance.now() - asked)
    }
  })()
  const { lines } = await call('articles.importPaths', { jobId: 'bench', paths: [sources] })
  const seconds = (performance.now() - started) / 1000
  isDone = true
  clearInterval(watching)
  await searching
  await backend.close()
  const added = lines.filter(({ outcome }) => outcome === 'added').length
  if (added !== count)
    throw new Error(
      `${added} of ${count} were added: ${JSON.stringify(lines.find(line => line.outcome !== 'added'))}`,
    )
  const tenths = reached.map((at, i) => count / 10 / ((at - (reached[i - 1] ?? 0)) / 1000))
  return { perSecond: count / seconds, tenths, megabytes, searches }
}

function diskOf(archive: string): { whole: number; originals: number; text: number } {
  const db = new Sqlite(archiveFile(archive), { readonly: true })
  const { originals, text } = db
    .prepare(
      "SELECT (SELECT sum(pgsize) FROM dbstat WHERE name = 'originals') AS originals, sum(octet_length(text)) AS text FROM article_versions",
    )
    .get() as { originals: number; text: number }
  db.close()
  const whole = readdirSync(archive, { recursive: true, encoding: 'utf8' })
    .map(name => statSync(join(archive, name)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0)
  return { whole, originals, text }
}

function storePlainly(sources: string): number {
  const file = join(folder, 'plain.sqlite')
  const db = new Sqlite(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('CREATE TABLE plain (text TEXT)')
  const insert = db.prepare('INSERT INTO plain VALUES (?)')
  const names = readdirSync(sources)
  const started = performance.now()
  for (const name of names) insert.run(readFileSync(join(sources, name), 'utf8'))
  const perSecond = names.length / ((performance.now() - started) / 1000)
  db.close()
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true })
  return perSecond
}
