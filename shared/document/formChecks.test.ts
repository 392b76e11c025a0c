import { expect, test } from 'vitest'
import type { DocumentNode } from './briefing.ts'
import { toCheck } from './evidence.ts'

const text = (words: string): DocumentNode => ({ type: 'text', text: words })
const block = (type: string, attrs: Record<string, unknown>, ...content: DocumentNode[]): DocumentNode => ({
  type,
  attrs,
  content,
})
const heading = (level: number, words: string) => block('heading', { level }, ...(words ? [text(words)] : []))
const numbered = (...content: DocumentNode[]) => block('numberedParagraph', { level: 1 }, ...content)
const table = (...cells: string[]) =>
  block(
    'table',
    {},
    block('tableRow', {}, ...cells.map(type => block(type, {}, block('paragraph', {}, text('words'))))),
  )
const found = (...content: DocumentNode[]) =>
  toCheck({ type: 'doc', content }).map(({ kind, path }) => [kind, path])

test.each([
  ['a skipped level', [heading(1, 'One'), heading(3, 'Three')], [['skipped-heading', [1]]]],
  ['levels in order, in each annex anew', [heading(2, 'One'), heading(3, 'Two'), heading(1, 'Up')], []],
  ['a heading without words', [heading(1, '')], [['empty-heading', [0]]]],
  ['a table without headings', [table('tableCell', 'tableCell')], [['table-without-header', [0]]]],
  ['a heading row', [table('tableHeader', 'tableHeader')], []],
  ['a heading column', [table('tableHeader', 'tableCell')], []],
  ['a caption alone', [block('tableCaption', {}, text('Fares'))], [['caption-without-table', [0]]]],
  ['a caption above its table', [block('tableCaption', {}, text('Fares')), table('tableHeader')], []],
  [
    'a reference to nothing',
    [numbered(text('See '), { type: 'crossReference', attrs: { target: 'gone' } })],
    [['broken-reference', [0, 1]]],
  ],
  [
    'a reference to a paragraph',
    [
      numbered({ type: 'crossReference', attrs: { target: 'p' } }),
      block('numberedParagraph', { level: 1, anchor: 'p' }, text('Here.')),
    ],
    [],
  ],
  [
    'a footnote without words',
    [numbered({ type: 'footnote', attrs: { text: ' ' } })],
    [['empty-footnote', [0, 0]]],
  ],
  [
    'a footnote to be filled in',
    [numbered({ type: 'footnote', attrs: { text: 'See [page]' } })],
    [['placeholder', [0, 0]]],
  ],
  ['words that lead nowhere', [numbered(text('For more, click here.'))], [['link-words', [0, 0]]]],
  [
    'an annex that goes into no pack',
    [block('annexTitle', { edition: 'none' }, text('Draft')), numbered(text('[when]'))],
    [],
  ],
])('%s', (_, content, expected) => {
  expect(found(...content)).toEqual(expected)
})

test('faults are told in the order of the draft', () => {
  const paths = toCheck({
    type: 'doc',
    content: [heading(1, ''), numbered(text('[when]'), text(' click here')), heading(3, 'Deep')],
  }).map(({ path }) => path.join())
  expect(paths).toEqual(['0', '1', '1,1', '2'])
})
