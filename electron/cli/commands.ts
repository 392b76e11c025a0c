import { z } from 'zod'
import { Failure } from '../../shared/contract/fault.ts'
import { HighlightKind } from '../../shared/contract/index.ts'
import { Briefing } from '../../shared/document/briefing.ts'
import { call } from './call.ts'
import { type Command, type Given, noMoreThan, one, parseJson } from './command.ts'
import { importSources } from './importSources.ts'
import { say, writeJson, writeOut } from './output.ts'
import { Usage } from './usage.ts'
import { visibleLine } from './visible.ts'

export const commands = {
  import: importSources,
  search,
  article,
  highlight,
  pack,
  export: exportPack,
  verify,
  reindex,
  call,
} satisfies Record<string, Command>

async function search({ words, values, isJson, door }: Given): Promise<number> {
  if (words.length === 0) throw new Usage('search needs what to look for.')
  const limit = readLimit(values.limit)
  const page = await door.call('articles.search', { words: words.join(' '), limit })
  if (isJson) writeJson(page)
  else {
    for (const hit of page.hits) {
      writeOut(
        `${hit.articleId}  ${visibleLine(hit.title)}\n  ${visibleLine([hit.publisher, hit.publishedOn].filter(Boolean).join(', ')) || 'publisher and date unknown'}\n  ${hit.snippet}\n`,
      )
    }
  }
  const others = page.othersFrom === null ? 0 : page.hits.length - page.othersFrom
  say(`${page.total} found.${others > 0 ? ` ${others} more hold some of the words.` : ''}`)
  if (page.waiting > 0)
    say(
      `${page.waiting} are still to be indexed and cannot be found yet; \`despatch reindex\` does that now.`,
    )
  return 0
}

function readLimit(given: string | boolean | undefined): number | undefined {
  if (given === undefined) return undefined
  if (/^\d+$/.test(String(given)) && Number(given) <= 200) return Number(given)
  throw new Usage('--limit needs a whole number from 0 to 200.')
}

async function article({ words, isJson, door }: Given): Promise<number> {
  const found = await door.call('articles.get', { articleId: one(words, 'article needs an article’s id.') })
  if (isJson) writeJson(found)
  else {
    writeOut(
      `${visibleLine(found.title)}\n${visibleLine([found.byline, found.publisher, found.publishedOn, found.url].filter(Boolean).join(', '))}\n`,
    )
    for (const { start, end, furniture } of found.blocks) {
      writeOut(`${furniture ? `[${furniture}] ` : ''}${found.text.slice(start, end)}\n`)
    }
  }
  return 0
}

async function highlight({ words, values, isJson, door }: Given): Promise<number> {
  const articleId = one(words, 'highlight needs an article’s id.')
  if (typeof values.quote !== 'string') throw new Usage('highlight needs --quote with the words to mark.')
  const kind = HighlightKind.optional().safeParse(values.kind)
  if (!kind.success) throw new Usage(`--kind is one of ${HighlightKind.options.join(', ')}.`)
  const made = await door.call('highlights.createByQuote', {
    articleId,
    quote: values.quote,
    kind: kind.data,
    note: typeof values.note === 'string' ? values.note : undefined,
  })
  if (isJson) writeJson(made)
  else writeOut(`${made.highlightId}  ${made.kind}, ${made.start} to ${made.end}: ${made.exact}`)
  return 0
}

async function pack({ words, values, isJson, door, readInput }: Given): Promise<number> {
  const [verb, ...rest] = words
  const show = (value: { packId: string; title: string }) =>
    isJson ? writeJson(value) : writeOut(`${value.packId}  ${visibleLine(value.title)}`)
  if (verb === 'list') {
    noMoreThan(0, rest, 'pack list')
    const { packs } = await door.call('packs.list', {})
    if (isJson) writeJson(packs)
    else for (const each of packs) show(each)
  } else if (verb === 'new') {
    noMoreThan(0, rest, 'pack new')
    if (typeof values.title !== 'string') throw new Usage('pack new needs --title.')
    const template = typeof values.template === 'string' ? values.template : 'submission'
    show(await door.call('packs.create', { template, title: values.title }))
  } else if (verb === 'show') {
    const found = await door.call('packs.get', { packId: one(rest, 'pack show needs a pack’s id.') })
    writeJson(found, isJson ? undefined : 2)
  } else if (verb === 'put') {
    const file = one(rest, 'pack put needs a file, or - for standard input.')
    show(await door.call('packs.put', parseAs(PackFile, readInput(file), file)))
  } else throw new Usage('pack is followed by new, list, show or put.')
  return 0
}

/**
 * What `pack put` reads: what `pack show` prints. Without an id it becomes a pack of its own; with a revision it is
 * refused when there is a newer one by now.
 */
const PackFile = z.object({
  packId: z.string().optional(),
  revision: z.int().optional(),
  title: z.string(),
  briefing: Briefing,
})

async function exportPack({ words, values, isJson, door }: Given): Promise<number> {
  const packId = one(words, 'export needs a pack’s id.')
  if (typeof values.to !== 'string') throw new Usage('export needs --to FILE.pdf.')
  if (!values.to.toLowerCase().endsWith('.pdf'))
    throw new Usage('export writes PDF: the file’s name must end in .pdf.')
  const edition = z.enum(['core', 'full']).optional().safeParse(values.edition)
  if (!edition.success) throw new Usage('--edition is core or full.')
  const { staged, pages, bytes, sha256, milliseconds } = await door.call('packs.export', {
    packId,
    edition: edition.data,
  })
  const path = await door.fetch(staged, values.to)
  if (isJson) writeJson({ path, pages, bytes, sha256, milliseconds })
  else writeOut(`${visibleLine(path)}\n${pages} pages, ${bytes} bytes, ${milliseconds} ms, SHA-256 ${sha256}`)
  return 0
}

async function verify({ words, isJson, door }: Given): Promise<number> {
  noMoreThan(0, words, 'verify')
  const report = await door.call('archive.verify', {})
  if (isJson) writeJson(report)
  else for (const { articleId, what } of report.differences) writeOut(`${articleId ?? 'archive'}  ${what}`)
  say(
    `${report.articles} articles and ${report.originals} originals checked; ${report.differences.length} differences.${report.indexChecked ? '' : ' The search index was not checked: the archive is open for reading only.'}`,
  )
  return report.differences.length === 0 ? 0 : 1
}

async function reindex({ words, isJson, door }: Given): Promise<number> {
  noMoreThan(0, words, 'reindex')
  const made = await door.call('archive.reindex', {})
  if (isJson) writeJson(made)
  say(`${made.documents} documents are indexed anew.`)
  return 0
}

function parseAs<T>(schema: z.ZodType<T>, text: string, file: string): T {
  const parsed = schema.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  throw new Failure(
    'invalid-input',
    `${file} is not a pack: ${z.prettifyError(parsed.error)}. Nothing was stored.`,
  )
}
