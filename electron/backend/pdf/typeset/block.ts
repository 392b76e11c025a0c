/** A briefing pack as plain blocks: what stands in it and what it means, with no thought of points or pages. */
export interface TypesetPack {
  /** For the metadata, the window's title and the foot of the page. */
  title: string
  author: string
  /** In capitals; empty when the pack carries none. */
  marking: string
  /** ISO 8601, with its zone. */
  date: string
  blocks: Block[]
}

export type Block = (
  | { kind: 'title'; runs: Run[] }
  | Heading
  | Paragraph
  | { kind: 'quotation'; runs: Run[]; inset?: boolean }
  | List
  | Table
  | { kind: 'fields'; rows: { name: string; runs: Run[] }[] }
) &
  Standing

/** Where a block stands, in words a person can find it by: "paragraph 3". Nested blocks inherit it. */
export interface Standing {
  where?: string
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
  tone?: 'quiet' | 'strong'
  /** Never parted from what follows by the end of a page. */
  keepWithNext?: boolean
  /** Set close under the block before it. */
  close?: boolean
}

export interface List {
  kind: 'list'
  numbering: 'None' | 'Disc' | 'Decimal' | 'LowerAlpha' | 'UpperAlpha' | 'LowerRoman' | 'UpperRoman'
  items: { label: Run[]; blocks: Block[] }[]
  inset?: boolean
}

export interface Table {
  kind: 'table'
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
}

export interface Link {
  /** The name of an anchor in this pack, or a web address. */
  to: { anchor: string } | { url: string }
  /** What a screen reader says of it. Never empty. */
  description: string
}
