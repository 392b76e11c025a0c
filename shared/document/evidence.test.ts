import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DocumentNode } from './briefing.ts'
import { toCheck } from './evidence.ts'
import { plainText } from './walk.ts'

const text = (words: string): DocumentNode => ({ type: 'text', text: words })
const cite = (articleId = 'a1'): DocumentNode => ({
  type: 'citation',
  attrs: { articleId, version: 1, highlightId: 'h1', locator: null },
})
const block = (type: string, ...content: DocumentNode[]): DocumentNode => ({ type, content })
const doc = (...content: DocumentNode[]) => block('doc', ...content)
const quotation = (words: string, exact: string, attrs = {}): DocumentNode => ({
  type: 'quotation',
  attrs: {
    articleId: 'a1',
    version: 1,
    highlightId: 'h1',
    locator: null,
    exact,
    declared: 'verbatim',
    ...attrs,
  },
  content: [text(words)],
})
const row = (type: string, ...cells: DocumentNode[][]) =>
  block('tableRow', ...cells.map(cell => block(type, block('paragraph', ...cell))))

describe('toCheck', () => {
  test('names the paragraph of a figure without a citation, and leads to it', () => {
    const draft = doc(
      block('heading', text('Background')),
      block('numberedParagraph', text('Nothing to see.')),
      block('numberedParagraph', text('Crossings rose by 19% to 34,500.')),
    )
    expect(toCheck(draft)).toEqual([
      {
        kind: 'uncited-figure',
        text: 'Paragraph 2: ‘19%’ has no citation. Cite the passage it comes from, or take it out.',
        path: [2],
      },
    ])
  })

  test('a citation in the paragraph is enough', () => {
    expect(toCheck(doc(block('numberedParagraph', text('It rose by 19%.'), cite())))).toEqual([])
  })

  test('looks into list items, and does not let one item answer for another', () => {
    const item = (...content: DocumentNode[]) => block('listItem', block('paragraph', ...content))
    const draft = doc(block('bulletList', item(text('19% more'), cite()), item(text('£8 million'))))
    expect(toCheck(draft).map(check => check.path)).toEqual([[0, 1, 0]])
  })

  test('a table row is covered by a citation in any of its cells, and its header row needs none', () => {
    const draft = doc(
      block(
        'table',
        row('tableHeader', [text('Over 1,000 arrivals')], [text('Source')]),
        row('tableCell', [text('34,500')], [text('Home Office'), cite()]),
        row('tableCell', [text('609')], [text('unknown')]),
      ),
    )
    expect(toCheck(draft).map(check => check.path)).toEqual([[0, 2, 0, 0]])
  })

  test('an altered quotation is named; a verbatim one and a declared paraphrase are not', () => {
    const draft = doc(
      quotation('Stop 19 boats.', 'Stop the boats.'),
      quotation('Stop the boats.', 'Stop the boats.'),
      quotation('Stop all 19.', 'Stop the boats.', { declared: 'paraphrase' }),
    )
    expect(toCheck(draft)).toMatchObject([{ kind: 'altered-quotation', path: [0] }])
  })

  test('a citation or quotation that points nowhere', () => {
    const draft = doc(block('paragraph', cite('')), quotation('x', 'x', { articleId: '' }))
    expect(toCheck(draft)).toMatchObject([
      { kind: 'citation-without-target', path: [0, 0] },
      { kind: 'citation-without-target', path: [1] },
    ])
  })

  test('placeholders, anywhere but in a quotation; figures in them are not named twice', () => {
    const draft = doc(
      block('heading', text('[Subject]')),
      block('annexTitle', text('Terms [if any]')),
      block('numberedParagraph', text('At [40 to 60] sites, he [sic] said […] so.')),
      quotation('He [the minister] said', 'He [the minister] said'),
    )
    expect(toCheck(draft).map(check => check.text)).toEqual([
      'Under ‘[Subject]’: ‘[Subject]’ is still to be filled in.',
      'Annex A: ‘[if any]’ is still to be filled in.',
      'Paragraph A1: ‘[40 to 60]’ is still to be filled in.',
    ])
  })
})

const anyNode: fc.Arbitrary<DocumentNode> = fc.letrec<{ node: DocumentNode }>(tie => ({
  node: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom('19% more', '[when]', 'plain words', '16 December 2024').map(text),
    fc.constantFrom('', 'a1').map(cite),
    fc
      .record({
        type: fc.constantFrom(
          'paragraph',
          'numberedParagraph',
          'annexTitle',
          'table',
          'tableRow',
          'tableCell',
          'tableHeader',
          'bulletList',
          'listItem',
          'quotation',
          'unknown',
        ),
        content: fc.array(tie('node'), { maxLength: 4 }),
      })
      .map(({ type, content }) => ({ type, content })),
  ),
})).node

test('every path leads to the node concerned, and the words named are in it', () => {
  fc.assert(
    fc.property(fc.array(anyNode, { maxLength: 5 }), content => {
      const draft = doc(...content)
      for (const check of toCheck(draft)) {
        const node = check.path.reduce<DocumentNode | undefined>((at, index) => at?.content?.[index], draft)
        expect(node).toBeDefined()
        const named = /‘([^’]+)’ (?:has no|is still)/.exec(check.text)?.[1]
        if (named) expect(plainText(node as DocumentNode)).toContain(named)
        else if (check.kind === 'altered-quotation' || check.kind === 'citation-without-target')
          expect(['citation', 'quotation']).toContain(node?.type)
      }
    }),
  )
})
