import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import type { Block } from '../typeset/block.ts'
import { paragraph, pressed, pressedPages, structureOn, table, words } from './pressed.testkit.ts'
import { page } from './style.ts'

/** How far right of the margin each of these pieces of text begins. */
async function indents(bytes: Uint8Array, pieces: string[]): Promise<number[]> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const { items } = await (await pdf.getPage(1)).getTextContent()
  await pdf.loadingTask.destroy()
  return pieces.map(piece => {
    const found = items.find(item => 'str' in item && item.str.trim().startsWith(piece))
    return Math.round((found as { transform: number[] }).transform[4]! - page.left)
  })
}

test('the number of a deeper paragraph hangs at the words of the one above, and so do lists and quotations', async () => {
  const list = (inset: 1 | 2 | 3, words: string): Block => ({
    kind: 'list',
    numbering: 'Disc',
    inset,
    items: [{ label: [{ text: `*${inset}` }], blocks: [paragraph(words)] }],
  })
  const { bytes } = await pressed([
    paragraph('first', { label: '10.' }),
    list(1, 'item'),
    paragraph('second', { label: '10.12', depth: 2 }),
    list(2, 'item'),
    paragraph('third', { label: '(a)', depth: 3 }),
    list(3, 'item'),
    { kind: 'quotation', inset: 2, runs: [{ text: 'quoted' }] },
  ])
  const [number, first, one, second, two, third, three, deepest, quoted] = await indents(bytes, [
    '10.',
    'first',
    '*1',
    '10.12',
    '*2',
    '(a)',
    '*3',
    'third',
    'quoted',
  ])
  expect(number).toBe(0)
  expect(first).toBeGreaterThan(20)
  expect([one, second]).toEqual([first, first])
  expect([two, third]).toEqual([third, third])
  expect(three).toBe(deepest)
  expect(deepest).toBeGreaterThan(third! + 20)
  expect(quoted).toBeGreaterThan(third!)
})

test('a caption is the first child of its table and stands on the page of its first row', async () => {
  const captioned = table(
    [
      ['A', 'B'],
      ['C', 'D'],
      ['E', 'F'],
    ],
    'Table 1: Letters',
  )
  const { bytes } = await pressed([captioned])
  const row = (cell: string) => `TR(${cell}(P) ${cell}(P))`
  expect(await structureOn(bytes, 0)).toBe(
    `P Table(Caption(P) THead(${row('TH')}) TBody(${row('TD')} ${row('TD')}))`,
  )
  const leads = Array.from({ length: 14 }, (_, i) => i + 30)
  const { bodies } = await pressedPages(
    leads.flatMap((lead): Block[] => [
      ...Array.from({ length: lead }, () => paragraph('Line.', { close: true })),
      { ...captioned, caption: [{ text: words(20) }] },
      { kind: 'pageBreak' },
    ]),
  )
  expect(bodies.filter(body => body.includes('word0'))).toHaveLength(leads.length)
  expect(bodies.length).toBeGreaterThan(leads.length)
  for (const body of bodies) expect(body.includes('word0')).toBe(body.includes('C D'))
})

test('figures are set flush right; numbers that lead somewhere are names', async () => {
  const link = { to: { url: 'https://example.org' }, description: 'Somewhere' }
  const { bytes } = await pressed([
    table([
      ['Figure in a column', 'Name in a column'],
      ['1', [{ text: '71', link }]],
      ['200', [{ text: '72', link }]],
    ]),
  ])
  const [figure, head, name] = await indents(bytes, ['200', 'Name', '71'])
  expect(figure).toBeGreaterThan(50)
  expect(name).toBe(head)
})

test('rows that share a cell are cut between their lines when they would not fit on a page', async () => {
  const tall = table([
    ['A', 'B'],
    ['shared', words(700)],
    ['', words(500).replaceAll('word', 'other')],
    ['last', 'row'],
  ])
  tall.rows[1]![0]!.rows = 2
  tall.rows[2]!.shift()
  const { bodies, read } = await pressed([tall])
  expect(bodies.length).toBeGreaterThan(2)
  const cells = read.elements.flatMap(({ role, text }) => (role === 'P' ? text : [])).join(' ')
  expect(cells).toContain(words(700).slice(-400))
  expect(cells).toContain(words(500).replaceAll('word', 'other').slice(-400))
  for (const items of read.pages) for (const { y } of items) expect(y).toBeGreaterThan(25)
})
