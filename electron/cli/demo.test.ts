import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Article, CallInput, CallName, CallOutput, Highlight } from '../../shared/contract/index.ts'
import { type CitedPassage, numberCitations } from '../../shared/document/citations.ts'

const root = join(import.meta.dirname, '..', '..')
const main = join(import.meta.dirname, 'main.ts')
const seeds = join(root, '..', 'shared', 'seeds')
const ownSources = join(root, 'assets', 'sample', 'articles')

function despatch(archive: string, ...args: string[]): unknown {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [main, ...args, '--archive', archive, '--json'],
    { encoding: 'utf8', maxBuffer: 1e8 },
  )
  if (status !== 0) throw new Error(`${args[0]} ended with ${status}: ${stderr}`)
  return JSON.parse(stdout)
}

/** Many calls in one process. */
function calls<N extends CallName>(archive: string, name: N, inputs: CallInput<N>[]): CallOutput<N>[] {
  const lines = inputs.map(input => JSON.stringify([name, input])).join('\n')
  const { stdout } = spawnSync(process.execPath, [main, 'call', '--stdin', '--archive', archive], {
    input: lines,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  return stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line).value)
}

interface Demo {
  path: string
  pages: number
  bytes: number
  sha256: string
  packId: string
}

/** The text of a page from a height (in points from the foot) downwards, in the order it was drawn. */
async function textBelow(page: PDFPageProxy, y: number): Promise<string> {
  const { items } = await page.getTextContent()
  return items.flatMap(item => ('str' in item && item.transform[5] <= y ? [item.str] : [])).join(' ')
}

const squeezed = (text: string) => text.replaceAll(/\s+/g, '')

/** Where a named destination leads: the page's number from 1, and the height on it. */
async function destination(pdf: PDFDocumentProxy, name: string): Promise<{ page: number; y: number }> {
  const target = await pdf.getDestination(name)
  if (!target) throw new Error(`no destination ${name}`)
  return { page: (await pdf.getPageIndex(target[0])) + 1, y: target[3] }
}

const setups: [string, string[]][] = [
  ['the sample', []],
  ['sources of one’s own', ['--sources', ownSources]],
  ...(existsSync(seeds) ? [['the five seeds', ['--sources', seeds]] as [string, string[]]] : []),
]

interface Made {
  folder: string
  archive: string
  made: Demo
  passages: CitedPassage[]
  articles: Map<string, Article>
  highlights: Highlight[]
  pdf: PDFDocumentProxy
}

async function make(args: string[]): Promise<Made> {
  const folder = mkdtempSync(join(tmpdir(), 'despatch-demo-test-'))
  const archive = join(folder, 'archive')
  const made = despatch(archive, 'demo', ...args, '--to', folder) as Demo
  const [pack] = calls(archive, 'packs.get', [{ packId: made.packId }])
  const passages = [...numberCitations(pack!.briefing.content).values()]
  const articleIds = [...new Set(passages.map(({ articleId }) => articleId))]
  const articles = calls(
    archive,
    'articles.get',
    articleIds.map(articleId => ({ articleId })),
  )
  const [reply] = calls(archive, 'highlights.cited', [{ highlightIds: passages.map(p => p.highlightId!) }])
  const pdf = await getDocument({
    data: new Uint8Array(readFileSync(made.path)),
    useSystemFonts: false,
    verbosity: 0,
  }).promise
  return {
    folder,
    archive,
    made,
    passages,
    articles: new Map(articles.map(article => [article.articleId, article])),
    highlights: reply!.cited.map(({ highlight }) => highlight),
    pdf,
  }
}

describe.each(setups)('a demonstration with %s', (_, args) => {
  let demo: Made
  beforeAll(async () => {
    demo = await make(args)
  }, 120_000)
  afterAll(async () => {
    await demo.pdf.loadingTask.destroy()
    rmSync(demo.folder, { recursive: true, force: true })
  })

  test('cites passages that stand word for word in every source, outside its furniture, and links both ways', async () => {
    const { made, passages, articles, highlights, pdf } = demo
    expect(pdf.numPages).toBe(made.pages)
    expect(passages.length).toBeGreaterThanOrEqual(10)
    expect(articles.size).toBeGreaterThanOrEqual(5)
    expect(highlights.length).toBe(passages.length)
    for (const { articleId, start, end, exact } of highlights) {
      const { text, blocks } = articles.get(articleId)!
      expect(text.slice(start, end)).toBe(exact)
      expect(blocks.filter(block => block.furniture && block.start < end && start < block.end)).toEqual([])
    }
    const wordsOf = new Map(
      passages.map(({ number, highlightId }) => [
        number,
        highlights.find(h => h.highlightId === highlightId)!.exact,
      ]),
    )
    const reached = new Set<number>()
    const back = new Set<number>()
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      for (const annotation of await page.getAnnotations()) {
        if (annotation.subtype !== 'Link' || typeof annotation.dest !== 'string') continue
        expect(
          annotation.contentsObj?.str ?? annotation.contents,
          `description of ${annotation.dest}`,
        ).not.toBe('')
        const target = await destination(pdf, annotation.dest)
        const shown = squeezed(await textBelow(await pdf.getPage(target.page), target.y + 1))
        const passage = /^passage-0*(\d+)$/.exec(annotation.dest)
        const citation = /^cited-0*(\d+)-/.exec(annotation.dest)
        if (passage) {
          const next =
            target.page < pdf.numPages
              ? squeezed(await textBelow(await pdf.getPage(target.page + 1), 2000))
              : ''
          const words = squeezed(wordsOf.get(Number(passage[1]))!)
          expect(
            shown.includes(words.slice(0, 30)) || (shown + next).includes(words.slice(0, 12)),
            `passage ${passage[1]}: ${words}`,
          ).toBe(true)
          reached.add(Number(passage[1]))
        } else if (citation) {
          expect(shown, `citation ${citation[1]}`).toContain(`[${citation[1]}]`)
          back.add(Number(citation[1]))
        }
      }
    }
    expect([...reached].sort((a, b) => a - b)).toEqual([...wordsOf.keys()])
    expect([...back].sort((a, b) => a - b)).toEqual([...wordsOf.keys()])
  }, 60_000)

  test('the same archive and a new one give the same bytes', async () => {
    const { made, archive, folder } = demo
    const again = join(folder, 'again.pdf')
    const second = despatch(archive, 'export', made.packId, '--to', again) as Demo
    expect(second.sha256).toBe(made.sha256)
    expect(readFileSync(again).equals(readFileSync(made.path))).toBe(true)
    const anew = despatch(join(folder, 'other'), 'demo', ...args, '--to', join(folder, 'other-pdf')) as Demo
    expect(anew.sha256).toBe(made.sha256)
  }, 60_000)

  test.skipIf(!has('qpdf') || !has('pdfinfo'))(
    'is sound, and its structure has headings, paragraphs, lists, tables and links',
    async () => {
      const { made } = demo
      expect(execFileSync('qpdf', ['--check', made.path], { encoding: 'utf8' })).toContain(
        'No syntax or stream encoding errors',
      )
      const structure = execFileSync('pdfinfo', ['-struct', made.path], { encoding: 'utf8', maxBuffer: 1e8 })
      for (const type of ['H1', 'H2', 'P', 'L', 'LI', 'Table', 'TH', 'TD', 'Link', 'BlockQuote']) {
        expect(structure, type).toMatch(new RegExp(`^\\s*${type}\\b`, 'm'))
      }
    },
    60_000,
  )
})

function has(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined
}
