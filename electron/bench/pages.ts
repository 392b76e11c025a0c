import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'parse5'
import { calendarDate } from '../../shared/text/calendarDate.ts'
import { parseFile } from '../backend/articles/parse/parseFile.ts'
import type { ParsedSource } from '../backend/articles/parsedSource.ts'

/**
 * `npm run bench:pages -- DIR`: reads every DIR/PAGE/source.html as an import would, and compares with the page's
 * expected.html (the article's body) and expected-metadata.json, as mozilla/readability lays out its test pages.
 */
interface Expected {
  title: string
  byline: string | null
  lang?: string | null
  publishedTime: string | null
}

interface Row {
  name: string
  title: Verdict
  byline: Verdict
  language: Verdict
  date: Verdict
  f1: number
  milliseconds: number
}

type Verdict = 'right' | 'wrong' | 'not said'

const folder = process.argv[2]
if (!folder) {
  process.stderr.write(
    'Which folder? npm run bench:pages -- DIR, where DIR/PAGE/source.html are the pages.\n',
  )
  process.exit(2)
}
const rounds = Number(process.argv[3] ?? 3)
const names = readdirSync(folder, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name)
  .sort()
const pages = names.map(name => ({
  name,
  bytes: readFileSync(join(folder, name, 'source.html')),
  body: wordsOf(visibleText(readFileSync(join(folder, name, 'expected.html'), 'utf8'))),
  expected: JSON.parse(readFileSync(join(folder, name, 'expected-metadata.json'), 'utf8')) as Expected,
}))

const read = async ({ bytes }: { bytes: Uint8Array }): Promise<ParsedSource> =>
  (await parseFile({ name: 'source.html', bytes })).articles[0]!

for (const page of pages) await read(page) // the first time round, code is still being compiled
const rows: Row[] = []
const busy = process.cpuUsage()
for (const page of pages) {
  const times: number[] = []
  let article = await read(page)
  for (let i = 0; i < rounds; i++) {
    const started = performance.now()
    article = await read(page)
    times.push(performance.now() - started)
  }
  const { expected, name, body } = page
  rows.push({
    name,
    title: title(article, expected),
    byline: stated(expected.byline, article.byline, sameName),
    language: stated(expected.lang, article.language, sameTongue),
    date: stated(expected.publishedTime, article.publishedOn, (a, b) => calendarDate(a) === b),
    f1: tokenF1(body, wordsOf(bodyOf(article))),
    milliseconds: times.reduce((sum, one) => sum + one, 0) / rounds,
  })
}
const { user, system } = process.cpuUsage(busy)
/** Of the processor, in milliseconds for a page: on a busy machine the clock says more. */
const processor = (user + system) / 1000 / pages.length / (rounds + 1)
print()

function print(): void {
  const columns = ['page', 'title', 'byline', 'language', 'date', 'F1', 'ms']
  const table = rows.map(row => [
    row.name,
    row.title,
    row.byline,
    row.language,
    row.date,
    row.f1.toFixed(3),
    row.milliseconds.toFixed(1),
  ])
  const widths = columns.map((column, i) => Math.max(column.length, ...table.map(cells => cells[i]!.length)))
  for (const cells of [columns, ...table])
    process.stdout.write(`${cells.map((cell, i) => cell.padEnd(widths[i]!)).join('  ')}\n`)
  const share = (field: 'title' | 'byline' | 'language' | 'date') => {
    const counted = rows.filter(row => row[field] !== 'not said')
    return `${counted.filter(row => row[field] === 'right').length} of ${counted.length}`
  }
  const mean = (of: (row: Row) => number) => rows.reduce((sum, row) => sum + of(row), 0) / rows.length
  const lowest = rows.reduce((a, b) => (b.f1 < a.f1 ? b : a))
  const slowest = rows.reduce((a, b) => (b.milliseconds > a.milliseconds ? b : a))
  const pace = mean(row => row.milliseconds)
  process.stdout.write(
    `\ntitles ${share('title')}, bylines ${share('byline')}, languages ${share('language')}, dates ${share('date')}` +
      `\nF1 on average ${mean(row => row.f1).toFixed(4)}, lowest ${lowest.f1.toFixed(3)} (${lowest.name}), ${rows.filter(row => row.f1 < 0.85).length} under 0.85` +
      `\n${pace.toFixed(1)} ms a page, ${(1000 / pace).toFixed(1)} pages a second in one process (${processor.toFixed(1)} ms of processor time a page); slowest ${slowest.milliseconds.toFixed(1)} ms (${slowest.name})\n`,
  )
}

function title(article: ParsedSource, { title }: Expected): Verdict {
  const right = title ? same(title, article.title) : /first words/.test(article.evidence.title ?? '')
  return right ? 'right' : 'wrong'
}

function stated(
  expected: string | null | undefined,
  found: string | null,
  equal: (expected: string, found: string) => boolean,
): Verdict {
  if (!expected) return 'not said'
  return found && equal(expected, found) ? 'right' : 'wrong'
}

function same(a: string, b: string): boolean {
  return a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim()
}

/** "By" before a name is no part of it. */
function sameName(a: string, b: string): boolean {
  const name = (line: string) => line.replace(/^by\s+/i, '').toLowerCase()
  return same(name(a), name(b))
}

function sameTongue(a: string, b: string): boolean {
  return a.toLowerCase().replaceAll('_', '-') === b.toLowerCase()
}

function bodyOf({ text, blocks }: ParsedSource): string {
  return blocks
    .filter(({ furniture }) => !furniture)
    .map(({ start, end }) => text.slice(start, end))
    .join('\n')
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The harmonic mean of precision and recall over words, each counted as often as it stands there. */
function tokenF1(expected: readonly string[], found: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of expected) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of found) {
    const times = left.get(word) ?? 0
    if (times > 0) shared++
    left.set(word, times - 1)
  }
  return shared === 0 ? 0 : (2 * shared) / (expected.length + found.length)
}

interface Node {
  nodeName: string
  value?: string
  childNodes?: Node[]
}

/** The words of a page, elements apart by a space where they are not within a line. */
function visibleText(html: string): string {
  const parts: string[] = []
  const walk = (node: Node): void => {
    if (node.nodeName === '#text') parts.push(node.value ?? '')
    if (/^(?:script|style|noscript|template|svg)$/.test(node.nodeName)) return
    const inLine = /^(?:a|abbr|b|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|time|u)$/.test(
      node.nodeName,
    )
    if (!inLine) parts.push(' ')
    for (const child of node.childNodes ?? []) walk(child)
    if (!inLine) parts.push(' ')
  }
  walk(parse(html) as unknown as Node)
  return parts.join('')
}
