import type { DraftBlock } from '../../draftBlock.ts'

/** What a paragraph's own control words say of it. */
export interface ParagraphKind {
  heading: boolean
  inTable: boolean
}

/** Cells longer than this, in characters, hold prose: the table only lays out a page. */
const longestCell = 600

/** One stream of paragraphs: the document's, a note's, a page header's, a text box's. */
export class RtfFlow {
  readonly blocks: DraftBlock[] = []
  /** The paragraph being written began with a bullet or a number of a list. */
  listed = false
  #words: string[] = []
  #cells: string[] = []
  #rows: string[][] = []
  #held: DraftBlock[] = []

  write(text: string): void {
    this.#words.push(text)
  }

  /** Blocks of a box that stands in the paragraph being written: they follow it. */
  hold(blocks: readonly DraftBlock[]): void {
    for (const block of blocks) this.#held.push(block)
  }

  paragraph({ heading, inTable }: ParagraphKind): void {
    if (inTable) {
      this.write('\n\n')
      return
    }
    this.#endTable()
    const kind = heading ? 'heading' : this.listed ? 'listItem' : null
    for (const text of paragraphsOf(this.#take()))
      this.blocks.push({ kind: kind ?? (bulleted.test(text) ? 'listItem' : 'paragraph'), text })
    for (const block of this.#held) this.blocks.push(block)
    this.#held = []
    this.listed = false
  }

  cell(): void {
    this.#cells.push(paragraphsOf(this.#take()).join('\n'))
    this.listed = false
  }

  row(): void {
    if (this.#cells.length > 0) this.#rows.push(this.#cells)
    this.#cells = []
  }

  /** Ends whatever is open. */
  end(): void {
    if (this.#words.length > 0 && this.#cells.length > 0) this.cell()
    this.row()
    this.paragraph({ heading: false, inTable: false })
  }

  /** The words so far, without control characters. */
  #take(): string {
    const text = this.#words.join('').toWellFormed()
    this.#words = []
    return text.replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, '')
  }

  #endTable(): void {
    const rows = this.#rows.filter(cells => cells.some(cell => cell))
    this.#rows = []
    const isData =
      rows.length >= 2 &&
      rows.some(cells => cells.length > 1) &&
      rows.every(cells => cells.every(({ length }) => length <= longestCell))
    if (isData) this.blocks.push({ kind: 'table', text: rows.map(lineOf).join('\n') })
    else
      for (const text of rows.flat().flatMap(cell => cell.split('\n')))
        if (text) this.blocks.push({ kind: 'paragraph', text })
  }
}

const bulleted = /^[•▪◦‣·●] ?\S/u

/** A blank line made of two line breaks parts paragraphs; one alone is a space. */
const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n[^\S\n]*\n/)
    .map(part => part.replace(/\s+/g, ' ').trim())
    .filter(part => part)

const lineOf = (cells: readonly string[]): string => cells.join('\t').replace(/\n/g, ' ').trimEnd()
