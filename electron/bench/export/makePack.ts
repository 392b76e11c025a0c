import { fileURLToPath } from 'node:url'
import { DOCUMENT_VERSION, type DocumentNode } from '../../../shared/document/briefing.ts'
import type { PrintJob, PrintSource } from '../../backend/pdf/printJob.ts'
import { articleParts, seededRandom } from '../generateArticle.ts'

/** Citations to a page, and how many pages a section makes with all that the annexes repeat of it. */
const CITATIONS_A_SECTION = 12
const PAGES_A_SECTION = 3.9
const SOURCES_A_SECTION = 0.57
const SECTIONS_AN_ANNEX = 10
const PASSAGES = 3
const FRONT_PAGES = 5

/**
 * The print job of a pack of about so many pages, three citations to a page: numbered paragraphs, quotations, lists,
 * tables, annexes, cover, contents, and sources with three cited passages each. The same seed gives the same job.
 */
export function makePack(pages: number, seed = 1): PrintJob {
  const random = seededRandom(seed)
  const sections = Math.max(1, Math.round((pages - FRONT_PAGES) / PAGES_A_SECTION))
  const sources = Array.from({ length: Math.ceil(sections * SOURCES_A_SECTION) }, (_, i) =>
    makeSource(i, random),
  )
  const content = Array.from({ length: sections }, (_, i) => makeSection(i, sources, random)).flat()
  return {
    title: `A generated pack of ${pages} pages: options for the winter timetable`,
    briefing: {
      documentVersion: DOCUMENT_VERSION,
      head: {
        marking: 'Official-Sensitive',
        to: 'Minister for Islands and Coasts',
        from: 'Morag Pell, Ferries Policy',
        date: '9 January 2027',
        copy: 'Permanent Secretary; Special Advisers; Press Office',
        decisionBy: '16 January 2027',
        reference: 'IC/27/0042',
      },
      content: { type: 'doc', attrs: { layout: { cover: true, contents: true } }, content },
    },
    sources,
    date: '2027-01-09T10:30:00Z',
    assetsFolder: fileURLToPath(new URL('../../../assets', import.meta.url)),
  }
}

/** An article in which the second sentence of three paragraphs is cited. */
function makeSource(index: number, random: () => number): PrintSource {
  const { title, author, date, paragraphs } = articleParts(random)
  const words = paragraphs.join('\n')
  let start = 0
  const blocks = paragraphs.map(({ length }) => {
    const block = { kind: 'paragraph' as const, start, end: start + length }
    start += length + 1
    return block
  })
  const passages = Array.from({ length: PASSAGES }, (_, i) => {
    const paragraph = 1 + 4 * i + Math.floor(random() * 3)
    const from = blocks[paragraph]!.start + paragraphs[paragraph]!.indexOf('. ') + 2
    return { highlightId: `h${index}-${i}`, start: from, end: words.indexOf('.', from) }
  })
  return {
    articleId: `a${index}`,
    version: 1,
    title,
    byline: author,
    publisher: `The ${title.split(' ')[0]} Gazette`,
    publishedOn: date,
    url: `https://gazette.example/${date.replaceAll('-', '/')}/${index}`,
    capturedAt: '2026-12-15T08:00:00Z',
    sha256: (index + 1).toString(16).padStart(8, '0').repeat(8),
    licence: null,
    text: words,
    blocks,
    passages,
  }
}

function makeSection(index: number, sources: PrintSource[], random: () => number): DocumentNode[] {
  const { title, paragraphs } = articleParts(random)
  let cited = index * CITATIONS_A_SECTION
  const cite = (): DocumentNode => {
    const source = sources[Math.floor(cited / PASSAGES) % sources.length]!
    const { highlightId } = source.passages[cited++ % PASSAGES]!
    return {
      type: 'citation',
      attrs: { articleId: source.articleId, version: 1, highlightId, locator: null },
    }
  }
  const [a, b, c, d, e, f, g, h] = paragraphs as [string, ...string[]] & Record<number, string>
  const opening: DocumentNode[] =
    index % SECTIONS_AN_ANNEX === SECTIONS_AN_ANNEX - 1
      ? [block('annexTitle', {}, text(title))]
      : [block('heading', { level: index % 3 === 2 ? 2 : 1 }, text(title))]
  return [
    ...opening,
    numbered(...halves(a!), cite(), text('.')),
    numbered(text(b!), cite(), cite()),
    numbered(...halves(c!), cite(), cite()),
    index % 2 === 0 ? list(d!, cite) : table(d!, e!, cite),
    numbered(text(f!), cite()),
    block('paragraph', {}, ...halves(g!), cite()),
    numbered(text(h!), cite(), cite()),
  ]
}

const text = (words: string, mark?: string): DocumentNode => ({
  type: 'text',
  text: words,
  ...(mark ? { marks: [{ type: mark }] } : {}),
})

const block = (type: string, attrs: Record<string, unknown>, ...content: DocumentNode[]): DocumentNode => ({
  type,
  attrs,
  content,
})

const numbered = (...content: DocumentNode[]): DocumentNode => block('numberedParagraph', {}, ...content)

/** A paragraph with three of its words in bold and three in italics. */
function halves(words: string): DocumentNode[] {
  const all = words.split(' ')
  const part = (from: number, to?: number) => all.slice(from, to).join(' ')
  return [
    text(`${part(0, 4)} `),
    text(part(4, 7), 'bold'),
    text(` ${part(7, 11)} `),
    text(part(11, 14), 'italic'),
    text(` ${part(14)}`),
  ]
}

function list(words: string, cite: () => DocumentNode): DocumentNode {
  const items = words.split('. ')
  return block(
    'bulletList',
    {},
    ...items.map(item => block('listItem', {}, block('paragraph', {}, text(item), cite()))),
  )
}

/** Six rows of four columns: a name, two figures, a remark. */
function table(names: string, remarks: string, cite: () => DocumentNode): DocumentNode {
  const cell = (type: string, ...content: DocumentNode[]) =>
    block(type, {}, block('paragraph', {}, ...content))
  const name = names.split(' ')
  const remark = remarks.split(' ')
  const header = ['Place', 'Sailings', 'Passengers', 'Remark'].map(words => cell('tableHeader', text(words)))
  const rows = Array.from({ length: 6 }, (_, row) =>
    block(
      'tableRow',
      {},
      cell('tableCell', text(name[row] ?? 'Total')),
      cell('tableCell', text(String(181 + name[row]!.length * 7 * row))),
      cell('tableCell', text(`${12 + row},${String(100 + name[row + 1]!.length * 31)}`)),
      cell(
        'tableCell',
        text(remark.slice(row * 4, row * 4 + 4).join(' ')),
        ...(row % 2 === 0 ? [cite()] : []),
      ),
    ),
  )
  return block('table', {}, block('tableRow', {}, ...header), ...rows)
}
