import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import PDFDocument from 'pdfkit'
import { unwrap } from '../../shared/contract/fault.ts'
import type { CallInput, CallName, CallOutput } from '../../shared/contract/index.ts'
import { plainText } from '../../shared/document/walk.ts'
import { archiveFile } from '../backend/database/openDatabase.ts'
import { openBackend } from '../backend/index.ts'
import { nodeHost } from '../node/nodeHost.ts'
import { generateArticle, seededRandom, wordAt } from './generateArticle.ts'
import { median, percentile, time } from './statistics.ts'

/** `npm run bench:chain [-- ARTICLES]`: import, search and export on seeded data, each beside a plain baseline. */
const articles = Number(process.argv[2] ?? 2000)
const folder = mkdtempSync(join(tmpdir(), 'despatch-bench-'))
const rows: string[][] = [['what', 'Despatch', 'plain baseline']]

try {
  const sources = join(folder, 'sources')
  mkdirSync(sources)
  const random = seededRandom(1)
  const texts = Array.from({ length: articles }, () => generateArticle(random))
  for (const [i, text] of texts.entries())
    writeFileSync(join(sources, `${String(i).padStart(6, '0')}.txt`), text)

  const host = nodeHost({ kind: 'cli', archiveFolder: join(folder, 'archive') })
  const backend = await openBackend(host)
  const call = async <N extends CallName>(name: N, input: CallInput<N>) =>
    unwrap(await backend.perform(name, input, true)) as CallOutput<N>

  const importing = await time(() => call('articles.importPaths', { paths: [sources] }))
  const storing = await time(() => storePlainly(texts))
  rows.push([
    `import, ${articles} texts`,
    perSecond(importing),
    `${perSecond(storing)} (one row each, one transaction each)`,
  ])

  const queries = Array.from({ length: 200 }, (_, i) => wordAt(Math.floor(20_000 ** (i / 200))))
  const scan = new Sqlite(archiveFile(host.archiveFolder), { readonly: true })
  const like = scan.prepare("SELECT count(*) FROM article_current WHERE text LIKE '%' || ? || '%'")
  const searching: number[] = []
  const scanning: number[] = []
  for (const words of queries) {
    searching.push(await time(() => call('articles.search', { words: `${words} ` })))
    scanning.push(await time(() => like.get(words)))
  }
  scan.close()
  rows.push([
    `search, ${queries.length} words`,
    spread(searching),
    `${spread(scanning)} (LIKE, counted, not ranked)`,
  ])

  const { packId } = await call('packs.openSample', {})
  const exporting: number[] = []
  let pages = 0
  for (let i = 0; i < 7; i++)
    exporting.push(await time(async () => (pages = (await call('packs.export', { packId })).pages)))
  const { briefing } = await call('packs.get', { packId })
  const words = plainText(briefing.content).repeat(Math.ceil(pages / 8))
  const plain: number[] = []
  for (let i = 0; i < 7; i++) plain.push(await time(() => printPlainly(words, host.assetsFolder)))
  rows.push([
    `export, ${pages} pages, tagged and linked`,
    `${median(exporting).toFixed(0)} ms`,
    `${median(plain).toFixed(0)} ms (bare pdfkit text, neither)`,
  ])
  await backend.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
for (const row of rows) console.log(`| ${row.join(' | ')} |${row === rows[0] ? '\n|---|---|---|' : ''}`)

function perSecond(milliseconds: number): string {
  return `${Math.round((articles / milliseconds) * 1000)} a second`
}

function spread(times: number[]): string {
  return `${median(times).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`
}

function storePlainly(texts: string[]): void {
  const db = new Sqlite(join(folder, 'plain.sqlite'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('CREATE TABLE plain (text TEXT)')
  const insert = db.prepare('INSERT INTO plain VALUES (?)')
  for (const text of texts) insert.run(text)
  db.close()
}

function printPlainly(words: string, assetsFolder: string): Promise<void> {
  return new Promise(resolve => {
    const document = new PDFDocument({ size: 'A4', font: join(assetsFolder, 'fonts', 'Arimo-Regular.ttf') })
    document.on('data', () => {}).on('end', () => resolve())
    document.fontSize(12).text(words)
    document.end()
  })
}
