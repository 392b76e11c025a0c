import { expect, test } from 'vitest'
import type { Block } from '../typeset/block.ts'
import { footnote, paragraph, pressed, pressedPages, section, table, words } from './pressed.testkit.ts'

/** On every page the body ends above the foot. */
function staysOnItsPage(pages: { text: string; y: number }[][]): void {
  for (const items of pages) {
    const foot = items.find(({ text }) => text.startsWith('Page '))!
    const below = items.filter(({ y }) => y < foot.y + 12).map(({ text }) => text)
    expect(below.filter(text => !/^(Page \d+ of \d+|OFFICIAL|Ferries|word0 .*|…)$/.test(text))).toEqual([])
  }
}

test('no blocks at all make one page with its marking', async () => {
  const { pages, read } = await pressed([])
  expect(pages).toBe(1)
  expect(read.elements).toEqual([{ role: 'P', text: 'OFFICIAL' }])
})

test('blocks without words print', async () => {
  const empty: Block[] = [
    { kind: 'cover', title: [], lines: [[]] },
    { kind: 'contents', runs: [] },
    { kind: 'title', runs: [], again: true },
    paragraph(''),
    { kind: 'list', numbering: 'Disc', items: [] },
    { kind: 'table', headerRows: 0, columns: 1, rows: [], caption: [] },
    { kind: 'fields', rows: [] },
    { kind: 'quotation', runs: [] },
  ]
  expect((await pressed(empty, { title: '', marking: '', handling: [''] })).pages).toBe(3)
})

test('one table of 300 pages keeps its header and its order', async () => {
  const rows = Array.from({ length: 8500 }, (_, i) => [`Row ${i}`, 'One line of words'])
  const { pages, bodies } = await pressedPages([table([['Name', 'Remarks'], ...rows])])
  expect(pages.length).toBeGreaterThanOrEqual(300)
  const numbers = bodies.flatMap(body => [...body.matchAll(/Row (\d+)/g)].map(([, number]) => Number(number)))
  expect(numbers).toEqual(rows.map((_, i) => i))
  expect(bodies.every(body => body.startsWith('Name Remarks'))).toBe(true)
  staysOnItsPage(pages)
}, 60_000)

test('a paragraph of 20,000 words is printed whole', async () => {
  const printed = await pressed([paragraph(words(20_000))])
  expect(printed.read.elements.filter(({ text }) => text.startsWith('word')).length).toBe(printed.pages)
  expect(printed.bodies.join(' ').match(/word/g)).toHaveLength(20_000)
  staysOnItsPage(printed.read.pages)
}, 60_000)

test('a title of 2,000 characters is printed whole, and shortened in the foot', async () => {
  const title = words(340).slice(0, 2000).trim()
  const printed = await pressed(
    [{ kind: 'title', runs: [{ text: title }] }, section('Issue'), paragraph('Words.')],
    {
      title,
    },
  )
  const heading = printed.read.elements.flatMap(({ role, text }) => (role === 'H1' ? text : []))
  expect(heading.join(' ')).toBe(title)
  staysOnItsPage(printed.read.pages)
})

test('an emoji in the title is named', async () => {
  const title = 'A 🚢 sails'
  const shown = pressed([{ kind: 'title', runs: [{ text: title }], where: 'the title' }], { title })
  await expect(shown).rejects.toThrow('“🚢” (U+1F6A2), which stands in the title')
})

test('a paragraph with a footnote at each word, and a cell with hundreds of them, end', async () => {
  const noted = Array.from({ length: 150 }, (_, i) => [
    { text: `word${i} ` },
    footnote(i, `Note ${i}. ${words(i % 40)}`),
  ]).flat()
  const celled = Array.from({ length: 300 }, (_, i) => footnote(1000 + i, `Cell note ${i}.`))
  const printed = await pressed([
    paragraph(noted),
    table([
      ['A', 'B'],
      [celled, 'Words'],
    ]),
    paragraph('The end.'),
  ])
  const text = printed.bodies.join(' ')
  for (let i = 0; i < 150; i++) expect(text).toContain(`Note ${i}. `)
  for (let i = 0; i < 300; i++) expect(text).toContain(`Cell note ${i}.`)
  expect(text).toContain('The end.')
  staysOnItsPage(printed.read.pages)
})
