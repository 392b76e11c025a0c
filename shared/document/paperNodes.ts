import { Node } from '@tiptap/core'

/** A paragraph that carries the next number of its level: 1, 1.1, (a). */
export const NumberedParagraph = Node.create({
  name: 'numberedParagraph',
  group: 'block',
  content: 'inline*',
  addAttributes: () => ({ level: { default: 1 }, anchor: { default: null }, issued: { default: null } }),
  parseHTML: () => [{ tag: 'p[data-numbered]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['p', { ...HTMLAttributes, 'data-numbered': '' }, 0],
})

/** Opens an annex: a new page and the next letter. All that follows belongs to it, up to the next one. */
export const AnnexTitle = Node.create({
  name: 'annexTitle',
  group: 'block',
  content: 'inline*',
  marks: '',
  defining: true,
  addAttributes: () => ({
    anchor: { default: null },
    issued: { default: null },
    edition: { default: 'core' },
  }),
  parseHTML: () => [{ tag: 'h1[data-annex]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['h1', { ...HTMLAttributes, 'data-annex': '' }, 0],
})

/** What a minister is asked to do, as a verb to be answered and what it is about. Lettered within its run. */
export const Recommendation = Node.create({
  name: 'recommendation',
  group: 'block',
  content: 'inline*',
  addAttributes: () => ({
    verb: { default: 'agree' },
    /** Whether a line to answer on is printed below. */
    response: { default: true },
    anchor: { default: null },
    issued: { default: null },
  }),
  parseHTML: () => [{ tag: 'p[data-recommendation]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['p', { ...HTMLAttributes, 'data-recommendation': '' }, 0],
})

/** Names the table that follows it: "Table 2: …". */
export const TableCaption = Node.create({
  name: 'tableCaption',
  group: 'block',
  content: 'inline*',
  addAttributes: () => ({ anchor: { default: null } }),
  parseHTML: () => [{ tag: 'p[data-caption]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['p', { ...HTMLAttributes, 'data-caption': '' }, 0],
})

/** What follows begins a page. */
export const PageBreak = Node.create({
  name: 'pageBreak',
  group: 'block',
  atom: true,
  selectable: true,
  parseHTML: () => [{ tag: 'hr[data-page-break]' }],
  renderHTML: ({ HTMLAttributes }) => ['hr', { ...HTMLAttributes, 'data-page-break': '' }],
})

/** A note at the foot of the page. Its words are an attribute: plain text, edited beside the line. */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({ text: { default: '' } }),
  parseHTML: () => [{ tag: 'span[data-footnote]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', { ...HTMLAttributes, 'data-footnote': '' }],
})

/** Stands for "paragraph 12", "Annex B", "Table 2" of the block whose `anchor` it names, wherever that moves. */
export const CrossReference = Node.create({
  name: 'crossReference',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({ target: { default: '' } }),
  parseHTML: () => [{ tag: 'span[data-reference]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', { ...HTMLAttributes, 'data-reference': '' }],
})
