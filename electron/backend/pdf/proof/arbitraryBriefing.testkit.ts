import fc from 'fast-check'
import type { DocumentNode } from '../../../../shared/document/briefing.ts'
import { generatedKinds } from '../../../../shared/document/layout.ts'
import { briefingSchema, type NodeName, nodeNames } from '../../../../shared/document/schema.ts'
import { plainText } from '../../../../shared/document/walk.ts'
import { manySources } from '../fixtures/manySources.ts'
import type { PrintJob } from '../printJob.ts'
import { samplePrintJob } from '../samplePrintJob.ts'

/** Letters that appear in briefings, and those that a printer may stumble over. All are in the fonts. */
const letters = [
  ...'abcdefghijklmnopqrstuvwxyz'.repeat(4),
  ...'ABCXYZ0123456789.,:;!?()[]{}<>/\\&%#@*+=_"\'-'.repeat(2),
  ...'£€–—‘’“”…•·→☐✓−×½§éŵŷÂïÆœßİıŁ≥≤',
  ...['e\u0301', 'y\u0302', '\u00ad', '\u2011', '\u200b', '\u00a0', '\u202f', '\u200d', 'ffi', 'fl', '--'],
]

const word = fc.oneof(
  { weight: 12, arbitrary: fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 10 }) },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...letters), minLength: 40, maxLength: 90 }) },
)

const phrase = (max: number) =>
  fc
    .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '  ', '\u00a0', '\t')), {
      minLength: 1,
      maxLength: max,
    })
    .map(words => words.flat().slice(0, -1).join(''))

const highlights = ['one', 'two', 'three', null]
const target = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.constantFrom(...highlights),
    fc.oneof(fc.constant(null), phrase(2)),
  )
  .map(([article, highlight, locator]) => ({
    articleId: `article-${article}`,
    version: 1,
    highlightId: highlight === null ? null : `${highlight}-${article}`,
    locator,
  }))

type Made = Record<Exclude<NodeName, 'doc'>, DocumentNode>

/** The kinds that may stand in a document, or in a line of text, as the schema has it. */
const kindsOf = (group: 'block' | 'inline') =>
  nodeNames.filter(
    (name): name is keyof Made =>
      briefingSchema().nodes[name]?.spec.group?.split(' ').includes(group) ?? false,
  )
const blocks = kindsOf('block')
const inlines = kindsOf('inline')

/** A node of every kind, with what it may hold. Anchors, and what they are referred to by, are set afterwards. */
const nodes = fc.letrec<Made>(tie => {
  const inline = (max: number) =>
    fc.array(fc.oneof(...inlines.map(name => ({ weight: name === 'text' ? 6 : 1, arbitrary: tie(name) }))), {
      maxLength: max,
    })
  const block = (type: NodeName, attrs: fc.Arbitrary<Record<string, unknown>>, max = 5) =>
    fc.record({ type: fc.constant(type), attrs, content: inline(max) })
  const holding = (type: NodeName, content: fc.Arbitrary<DocumentNode[]>, attrs = fc.constant({})) =>
    fc.record({ type: fc.constant(type), attrs, content })
  const level = fc.integer({ min: 1, max: 3 })
  const items = fc.array(tie('listItem'), { minLength: 1, maxLength: 3 })
  const cell = (type: NodeName) =>
    holding(
      type,
      fc.array(tie('paragraph'), { minLength: 1, maxLength: 2 }),
      fc.record({ colspan: fc.constantFrom(1, 1, 1, 2) }),
    )
  const row = (...types: ('tableHeader' | 'tableCell')[]) =>
    holding('tableRow', fc.tuple(...types.map((type): fc.Arbitrary<DocumentNode> => tie(type))))
  return {
    heading: block('heading', fc.record({ level })),
    paragraph: block('paragraph', fc.constant({})),
    numberedParagraph: block('numberedParagraph', fc.record({ level })),
    bulletList: holding('bulletList', items),
    orderedList: holding(
      'orderedList',
      items,
      fc.record({ start: fc.integer({ min: 0, max: 60 }), type: fc.constantFrom(null, 'a', 'A', 'i', 'I') }),
    ),
    listItem: holding(
      'listItem',
      fc
        .tuple(
          tie('paragraph'),
          fc.array(fc.oneof({ maxDepth: 2 }, tie('paragraph'), tie('bulletList'), tie('orderedList')), {
            maxLength: 1,
          }),
        )
        .map(([first, others]) => [first, ...others]),
    ),
    table: holding('table', fc.array(tie('tableRow'), { minLength: 1, maxLength: 4 })),
    tableRow: fc.oneof(
      row('tableHeader', 'tableHeader', 'tableHeader'),
      row('tableHeader', 'tableCell', 'tableCell'),
      row('tableCell', 'tableCell', 'tableCell'),
      row('tableCell'),
    ),
    tableHeader: cell('tableHeader'),
    tableCell: cell('tableCell'),
    quotation: fc
      .tuple(phrase(12), target, fc.constantFrom('verbatim', 'paraphrase'), fc.boolean())
      .map(([words, aim, declared, isAltered]) => {
        const text = words.replace(/["“”]/g, '.')
        const attrs = { ...aim, declared, exact: isAltered ? 'other words' : text }
        return { type: 'quotation', attrs, content: [{ type: 'text', text }] }
      }),
    annexTitle: fc.tuple(phrase(6), fc.constantFrom('core', 'full', 'none')).map(([text, edition]) => ({
      type: 'annexTitle',
      attrs: { edition },
      content: [{ type: 'text', text }],
    })),
    recommendation: block(
      'recommendation',
      fc.record({ verb: fc.constantFrom('agree', 'note', 'choose', 'write'), response: fc.boolean() }),
    ),
    tableCaption: block('tableCaption', fc.constant({}), 3),
    pageBreak: fc.constant({ type: 'pageBreak' }),
    citation: fc
      .tuple(target, fc.array(target, { maxLength: 2 }))
      .map(([first, alsoCites]) => ({ type: 'citation', attrs: { ...first, alsoCites } })),
    footnote: phrase(12).map(text => ({ type: 'footnote', attrs: { text } })),
    crossReference: fc.nat(100).map(nth => ({ type: 'crossReference', attrs: { target: String(nth) } })),
    hardBreak: fc.constant({ type: 'hardBreak' }),
    text: fc.tuple(phrase(14), fc.subarray(['bold', 'italic'])).map(([text, marks]) => ({
      type: 'text',
      text,
      ...(marks.length > 0 && { marks: marks.map(type => ({ type })) }),
    })),
  }
})

/** A draft of so many blocks at most, of any kind. */
export interface Draft {
  title: string
  to: string
  cover: boolean
  contents: boolean
  /** Whether the generated annexes are printed. */
  annexes: boolean
  content: DocumentNode[]
}

export const arbitraryDraft = (most: number): fc.Arbitrary<Draft> =>
  fc.record({
    title: phrase(12),
    to: phrase(8),
    cover: fc.boolean(),
    contents: fc.boolean(),
    annexes: fc.boolean(),
    content: fc
      .array(fc.oneof(...blocks.map(name => nodes[name])), { minLength: 1, maxLength: most })
      .map(withReferences),
  })

/** What such a draft is printed from. Its citations are of three sources. */
export function jobOf({ title, to, cover, contents, annexes, content }: Draft): PrintJob {
  const job = samplePrintJob(content)
  job.briefing.head.to = to
  job.briefing.content.attrs = {
    layout: {
      cover,
      contents,
      annexes: annexes ? [] : generatedKinds.map(kind => ({ kind, edition: 'none' })),
    },
  }
  return { ...job, title, sources: manySources(3) }
}

const anchored = new Set(['numberedParagraph', 'recommendation', 'annexTitle', 'tableCaption', 'heading'])

/** Names the blocks that can be referred to and are printed, and points every cross-reference at one of them. */
function withReferences(blocks: DocumentNode[]): DocumentNode[] {
  const names: string[] = []
  let isPrinted = true
  const named = blocks.map((block, i) => {
    if (block.type === 'annexTitle') isPrinted = block.attrs?.edition !== 'none'
    if (!isPrinted || !anchored.has(block.type) || plainText(block).trim() === '') return block
    names.push(`anchor-${i}`)
    return { ...block, attrs: { ...block.attrs, anchor: `anchor-${i}` } }
  })
  return named.map(aimed)

  function aimed(node: DocumentNode): DocumentNode {
    if (node.type === 'crossReference') {
      const nth = Number(node.attrs?.target)
      return names.length === 0
        ? { type: 'text', text: 'nowhere' }
        : { type: 'crossReference', attrs: { target: names[nth % names.length] } }
    }
    return node.content ? { ...node, content: node.content.map(aimed) } : node
  }
}
