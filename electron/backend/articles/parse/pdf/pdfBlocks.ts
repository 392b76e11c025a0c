import type { DraftBlock } from '../draftBlock.ts'
import { columnParagraphs, type Paragraph } from './columnParagraphs.ts'
import { type JoinLines, lineJoiner } from './joinWords.ts'
import type { PdfPage } from './openPdf.ts'
import { pageColumns } from './pageColumns.ts'
import { pageSegments, type Segment } from './pageLines.ts'
import { columnOf, isBullet, type Row } from './pageRows.ts'
import { markRunningLines } from './runningLines.ts'
import { tableText } from './tableText.ts'

export interface PdfText {
  blocks: DraftBlock[]
  /** The largest words of the first page, when they are larger than the text. */
  largest: string | null
}

/** Longer headings, in characters, are text in large letters. */
const longestHeading = 250
const longestRunIn = 120

/** The blocks of a PDF's pages in reading order. */
export function pdfBlocks(pages: readonly PdfPage[]): PdfText {
  const segments = pages.map((page, i) => pageSegments(page, i))
  markRunningLines(pages, segments)
  const body = bodyType(segments)
  const join = lineJoiner(segments.flatMap(page => page.map(({ text }) => text)))
  const writer = new BlockWriter(body, join)
  segments.forEach((page, i) => {
    const own = page.filter(({ furniture }) => !furniture)
    const running = page.filter(({ furniture }) => furniture)
    const middle = pages[i]!.height / 2
    writer.running(running.filter(({ y }) => y < middle))
    for (const column of pageColumns(own)) {
      const paragraphs = columnParagraphs(columnOf(column))
      paragraphs.forEach((paragraph, at) => {
        writer.paragraph(paragraph, paragraphs[at + 1] ?? null)
      })
      writer.endColumn()
    }
    for (const text of pages[i]!.sideways) writer.sideways(text)
    writer.running(running.filter(({ y }) => y >= middle))
  })
  return { blocks: writer.blocks, largest: largestWords(segments[0] ?? [], body, join) }
}

/** Dots, and the number of a page. */
const leader = /\.(?:\s?\.){4}\s{0,3}(?:\d{1,4}|[ivxlc]{1,7})$/

/** The size and the font that most letters have. */
interface BodyType {
  size: number
  font: string
}

function bodyType(pages: readonly Segment[][]): BodyType {
  const weights = new Map<string, BodyType & { letters: number }>()
  for (const { text, size, font, furniture } of pages.flat()) {
    if (furniture) continue
    const key = `${Math.round(size * 2)} ${font}`
    const weight = weights.get(key) ?? { size: Math.round(size * 2) / 2, font, letters: 0 }
    weight.letters += text.length
    weights.set(key, weight)
  }
  const [most] = [...weights.values()].sort((a, b) => b.letters - a.letters)
  return most ?? { size: 10, font: '' }
}

class BlockWriter {
  readonly blocks: DraftBlock[] = []
  readonly #body: BodyType
  readonly #join: JoinLines
  /** The paragraph that the next column may go on with. */
  #open: DraftBlock | null = null
  /** The table that the next page may go on with. */
  #table: { block: DraftBlock; columns: number } | null = null
  /** A column has ended since. */
  #interrupted = false

  constructor(body: BodyType, join: JoinLines) {
    this.#body = body
    this.#join = join
  }

  running(segments: readonly Segment[]): void {
    for (const { text, furniture } of segments)
      if (furniture) this.blocks.push({ kind: 'paragraph', text, furniture })
  }

  sideways(text: string): void {
    this.blocks.push({ kind: 'paragraph', text: text.trim(), furniture: 'Set sideways on the page' })
  }

  endColumn(): void {
    this.#interrupted = true
  }

  paragraph(paragraph: Paragraph, next: Paragraph | null): void {
    const { rows, isTable } = paragraph
    if (
      this.#table &&
      this.#interrupted &&
      rows.every(({ cells }) => cells.length === this.#table!.columns)
    ) {
      const more = rows.map(({ cells }) => cells.map(cell => cell.text).join('\t'))
      this.#table.block.text += `\n${more.join('\n')}`
      return
    }
    const table = isTable ? tableText(rows, this.#join) : null
    if (table) {
      for (const block of table) this.blocks.push(block)
      const last = rows.at(-1)!.cells.length
      this.#table = table[0]?.kind === 'table' && last > 1 ? { block: table[0], columns: last } : null
      this.#open = null
      this.#interrupted = false
      return
    }
    const first = rows[0]!
    let text = this.#join(rows.map(row => row.text))
    const kind = this.#kindOf(paragraph, text, next)
    const isNote = first.size < this.#body.size * 0.92
    if (
      this.#interrupted &&
      this.#open &&
      !isNote &&
      kind === this.#open.kind &&
      goesOn(this.#open.text, text)
    ) {
      this.#open.text = this.#join([this.#open.text, text])
      if (!paragraph.full) this.#open = null
      this.#interrupted = false
      return
    }
    if (first.label && isBullet(first.label) && kind === 'listItem')
      text = text.slice(first.label.length).trim()
    if (!text) return
    if (isNote) text = text.replace(/^(\d{1,3}) ?(?=\p{Lu})/u, '[$1] ')
    const block: DraftBlock = { kind, text, ...(leader.test(text) ? { furniture: 'Table of contents' } : {}) }
    this.blocks.push(block)
    if (isNote) return
    this.#interrupted = false
    this.#table = null
    this.#open = paragraph.full && kind !== 'heading' ? block : null
  }

  #kindOf({ rows }: Paragraph, text: string, next: Paragraph | null): DraftBlock['kind'] {
    const { size, font, label, cells } = rows[0]!
    const role = cells[0]!.tag?.role ?? ''
    if (/^(?:H\d?|Title)$/.test(role)) return 'heading'
    if (/^(?:LI|LBody|TOCI)$/.test(role)) return 'listItem'
    if (role === 'Caption') return 'caption'
    if (/^(?:BlockQuote|Quote)$/.test(role)) return 'quotation'
    if (size >= this.#body.size * 1.15 && text.length <= longestHeading && /\p{L}/u.test(text))
      return 'heading'
    if (this.#standsOut(rows, text, font, next)) return 'heading'
    return label ? 'listItem' : 'paragraph'
  }

  /** A short line in another font than the text's, such as its bold one, above a paragraph of the text. */
  #standsOut(rows: readonly Row[], text: string, font: string, next: Paragraph | null): boolean {
    return (
      rows.length <= 2 &&
      text.length <= longestRunIn &&
      font !== this.#body.font &&
      rows[0]!.size >= this.#body.size * 0.95 &&
      rows.every(row => row.font === font && row.cells.length === 1) &&
      /^[“‘"'(]?[\p{Lu}\p{N}]/u.test(text) &&
      !/[.,;:!…]["”’]?$/.test(text) &&
      next !== null &&
      next.rows[0]!.font === this.#body.font &&
      next.rows.map(row => row.text).join(' ').length > text.length
    )
  }
}

/** Whether a paragraph that fills its last line may go on with these words: it has not ended, or they cannot begin one. */
function goesOn(text: string, next: string): boolean {
  return /^[\p{Ll}(]/u.test(next)
    ? !/[.!?]["”’']?$/.test(text)
    : !/[.!?:;…]["”’')\]]*(?:\[\d{1,3}\])?$/.test(text)
}

function largestWords(segments: readonly Segment[], body: BodyType, join: JoinLines): string | null {
  const own = segments.filter(({ furniture, text }) => !furniture && /\p{L}{2}/u.test(text))
  let size = body.size * 1.1
  for (const segment of own) size = Math.max(size, segment.size)
  const from = own.findIndex(segment => segment.size >= size * 0.97)
  if (from < 0) return null
  let to = from + 1
  while (to < own.length && own[to]!.size >= size * 0.97 && own[to]!.y - own[to - 1]!.y < size * 2) to++
  return join(own.slice(from, to).map(({ text }) => text))
}
