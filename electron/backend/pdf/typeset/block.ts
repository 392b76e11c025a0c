/** A briefing pack as plain blocks: what stands in it and what it means, with no thought of points or pages. */
export interface TypesetPack {
  /** For the metadata, the window's title and the foot of the page. */
  title: string
  author: string
  /** In capitals; empty when the pack carries none. */
  marking: string
  /** What belongs under the marking where it is read first: an embargo, the terms of a release. One line each. */
  handling: string[]
  /** ISO 8601, with its zone. */
  date: string
  blocks: Block[]
}

export type Block = (
  | Cover
  | { kind: 'contents'; runs: Run[] }
  /** The one heading above all others; a second time, after a cover or contents, it is none. */
  | { kind: 'title'; runs: Run[]; again?: boolean }
  | Heading
  | Paragraph
  | Quotation
  | List
  | Table
  | { kind: 'fields'; rows: { name: string; runs: Run[] }[] }
  /** What follows opens a page. */
  | { kind: 'pageBreak' }
) &
  Standing

/** Where a block stands, in words a person can find it by: "paragraph 3". Nested blocks inherit it. */
export interface Standing {
  where?: string
  /** The child of the document that it was made from, counted from 0, so that a preview can follow a caret. */
  origin?: number
  /** Printed at the foot of each page that holds any of this block: a licence's own words. */
  notice?: string
}

/** A page of its own before everything else. Its title is the heading above all others. */
export interface Cover {
  kind: 'cover'
  title: Run[]
  /** Set small under the title, in this order. */
  lines: Run[][]
}

export interface Heading {
  kind: 'heading'
  /** The level in the pack's one hierarchy, 2 to 6; the title is 1. No level is ever skipped. */
  level: number
  role: 'section' | 'annex' | 'source'
  runs: Run[]
}

export interface Paragraph {
  kind: 'paragraph'
  runs: Run[]
  /** The number that hangs outside a numbered paragraph. */
  label?: string
  /** How deep a numbered paragraph stands: 1 (the default) for 1, 2 for 1.1, 3 for (a). */
  depth?: 1 | 2 | 3
  tone?: 'quiet' | 'strong'
  /** Never parted from what follows by the end of a page. */
  keepWithNext?: boolean
  /** Set close under the block before it. */
  close?: boolean
}

export interface Quotation {
  kind: 'quotation'
  runs: Run[]
  inset?: Inset
  /** Never parted from what follows by the end of a page. */
  keepWithNext?: boolean
}

/** How deep the numbered paragraph is whose words a list or quotation lines up with. */
export type Inset = 1 | 2 | 3

export interface List {
  kind: 'list'
  numbering: 'None' | 'Disc' | 'Decimal' | 'LowerAlpha' | 'UpperAlpha' | 'LowerRoman' | 'UpperRoman'
  items: { label: Run[]; blocks: Block[] }[]
  inset?: Inset
}

export interface Table {
  kind: 'table'
  /** Stands above the table and is never parted from it. */
  caption?: Run[]
  /** Rows at the start that hold headings only. They are repeated on each page. */
  headerRows: number
  rows: Cell[][]
  columns: number
}

export interface Cell {
  heading: boolean
  column: number
  columns: number
  rows: number
  blocks: Block[]
}

/** A stretch of words set alike. A line feed in `text` ends the line. */
export interface Run {
  text: string
  bold?: boolean
  italic?: boolean
  /** Small and above the line, as a citation's number is. */
  raised?: boolean
  quiet?: boolean
  /** How many cited passages cover these words. */
  cited?: number
  /** Neighbouring runs that share one link object are one link. */
  link?: Link
  /** The name of a place to link to, at the start of these words. */
  anchor?: string
  /** A footnote, set at the foot of the page that holds these words, which are its raised label. */
  note?: Footnote
}

export interface Footnote {
  /** As in the text: "1". */
  label: string
  runs: Run[]
  /** The name of the place at the note, which its label in the text links to. */
  anchor: string
  /** The name of the place at its label in the text, which the note links back to. */
  back: string
}

export interface Link {
  /** The name of an anchor in this pack, or a web address. */
  to: { anchor: string } | { url: string }
  /** What a screen reader says of it. Never empty. */
  description: string
}
