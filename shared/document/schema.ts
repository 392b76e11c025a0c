import { type Extensions, getSchema, Node } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { Italic } from '@tiptap/extension-italic'
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { Text } from '@tiptap/extension-text'
import type { Schema } from '@tiptap/pm/model'
import {
  AnnexTitle,
  CrossReference,
  Footnote,
  NumberedParagraph,
  PageBreak,
  Recommendation,
  TableCaption,
} from './paperNodes.ts'

/** Every node a briefing may hold. The typesetter has a total table over these names. */
export const nodeNames = [
  'doc',
  'heading',
  'paragraph',
  'numberedParagraph',
  'bulletList',
  'orderedList',
  'listItem',
  'table',
  'tableRow',
  'tableHeader',
  'tableCell',
  'quotation',
  'annexTitle',
  'recommendation',
  'tableCaption',
  'pageBreak',
  'citation',
  'footnote',
  'crossReference',
  'hardBreak',
  'text',
] as const
export type NodeName = (typeof nodeNames)[number]

const markNames = ['bold', 'italic'] as const
export type MarkName = (typeof markNames)[number]

/** What a citation or quotation points at. A label is never stored: numbers are computed when drawn. */
export interface CitationTarget {
  articleId: string
  version: number
  /** null cites the article as a whole. */
  highlightId: string | null
  locator: string | null
}

/** A quotation's attributes: its source, the words as they stand there, and what its author declared it to be. */
export interface QuotationAttributes extends CitationTarget {
  exact: string
  declared: 'verbatim' | 'paraphrase'
}

const targetAttributes = {
  articleId: { default: '' },
  version: { default: 1 },
  highlightId: { default: null },
  locator: { default: null },
}

/** The words of a stored source, set as a block. Only plain text, so that it can be compared letter by letter. */
export const Quotation = Node.create({
  name: 'quotation',
  group: 'block',
  content: 'text*',
  marks: '',
  defining: true,
  addAttributes: () => ({
    ...targetAttributes,
    exact: { default: '' },
    declared: { default: 'verbatim' },
  }),
  parseHTML: () => [{ tag: 'blockquote[data-quotation]' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', { ...HTMLAttributes, 'data-quotation': '' }, 0],
})

/** Cites one passage, and in `alsoCites` any further ones in the same place. */
export const Citation = Node.create({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({ ...targetAttributes, alsoCites: { default: [] } }),
  parseHTML: () => [{ tag: 'span[data-citation]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', { ...HTMLAttributes, 'data-citation': '' }],
})

/** The nodes and marks, by the parts the renderer replaces with versions that have views. */
export const schemaParts = {
  doc: Document.extend({ addAttributes: () => ({ layout: { default: null } }) }),
  heading: Heading.extend({
    addAttributes() {
      return { ...this.parent?.(), anchor: { default: null } }
    },
  }).configure({ levels: [1, 2, 3] }),
  paragraph: Paragraph,
  numberedParagraph: NumberedParagraph,
  bulletList: BulletList,
  orderedList: OrderedList,
  listItem: ListItem.extend({ content: 'paragraph (paragraph | bulletList | orderedList)*' }),
  table: Table.configure({ resizable: false }),
  tableRow: TableRow,
  tableHeader: TableHeader.extend({ content: 'paragraph+' }),
  tableCell: TableCell.extend({ content: 'paragraph+' }),
  quotation: Quotation,
  annexTitle: AnnexTitle,
  recommendation: Recommendation,
  tableCaption: TableCaption,
  pageBreak: PageBreak,
  footnote: Footnote,
  crossReference: CrossReference,
  citation: Citation,
  hardBreak: HardBreak,
  text: Text,
  bold: Bold,
  italic: Italic,
} satisfies Record<NodeName | MarkName, Extensions[number]>

let schema: Schema | undefined

/** The ProseMirror schema of a briefing, built once. */
export function briefingSchema(): Schema {
  schema ??= getSchema(Object.values(schemaParts))
  return schema
}
