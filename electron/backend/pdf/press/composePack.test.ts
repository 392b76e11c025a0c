import { describe, expect, test } from 'vitest'
import type { Block } from '../typeset/block.ts'
import {
  annex,
  linkDescriptions,
  paragraph,
  pressed,
  section,
  structureOn,
  table,
  words,
} from './pressed.testkit.ts'

const title: Block = { kind: 'title', runs: [{ text: 'Ferries' }] }
const pageBreak: Block = { kind: 'pageBreak' }
const contents: Block = { kind: 'contents', runs: [{ text: 'Contents' }] }
const cover: Block = {
  kind: 'cover',
  title: [{ text: 'Ferries in winter' }],
  lines: [[{ text: 'To: the minister' }], [{ text: '9 January 2027' }]],
}

describe('a page break', () => {
  test('opens one page, however many stand in a row, and none at an end or before an annex', async () => {
    const { bodies } = await pressed([
      pageBreak,
      paragraph('One.'),
      pageBreak,
      pageBreak,
      paragraph('Two.'),
      pageBreak,
      annex('Annex A'),
      paragraph('Three.'),
      pageBreak,
    ])
    expect(bodies).toEqual(['One.', 'Two.', 'Annex A Three.'])
  })

  test('a heading before it is not dragged over it', async () => {
    const { bodies } = await pressed([paragraph('One.'), section('Two'), pageBreak, paragraph('Three.')])
    expect(bodies).toEqual(['One. Two', 'Three.'])
  })
})

describe('the cover', () => {
  test('has a page of its own: the title a third down it, the first heading of all, its lines under it', async () => {
    const { bytes, read, bodies } = await pressed([cover, { ...title, again: true }, paragraph('Words.')], {
      handling: ['For the recipients alone.'],
    })
    expect(bodies).toEqual([
      'For the recipients alone. Ferries in winter To: the minister 9 January 2027',
      'Ferries Words.',
    ])
    expect(await structureOn(bytes, 0)).toBe('P P H1 P P')
    expect(await structureOn(bytes, 1)).toBe('P P')
    const heading = read.pages[0]!.find(({ text }) => text === 'Ferries in winter')!
    expect(heading.y).toBeGreaterThan(841 * 0.6)
    expect(heading.y).toBeLessThan(841 * 0.67)
    for (const items of read.pages) {
      expect(items.filter(({ text }) => text === 'OFFICIAL')).toHaveLength(2)
    }
    expect(read.pages[1]!.map(({ text }) => text)).toContain('Page 2 of 2')
  })

  test('a title that is too long for it runs on', async () => {
    const long = words(340).slice(0, 2000)
    const { read, pages } = await pressed([{ ...cover, title: [{ text: long }] }, paragraph('Words.')], {
      title: long,
    })
    expect(pages).toBeGreaterThan(2)
    const heading = read.elements.flatMap(({ role, text }) => (role === 'H1' ? text : []))
    expect(heading.join(' ')).toBe(long.trim())
  })

  test('an emoji in it is named', async () => {
    const shown = pressed([{ ...cover, title: [{ text: 'A 🚢' }], where: 'the title' }])
    await expect(shown).rejects.toThrow(/“🚢” \(U\+1F6A2\), which stands in the title/)
  })
})

describe('the contents', () => {
  test('name a character that cannot be set by the place of its heading', async () => {
    const heading: Block = { ...section('To sea 🚢'), where: 'the text under ‘To sea 🚢’' }
    await expect(pressed([title, contents, heading])).rejects.toThrow(
      /which stands in the text under ‘To sea/,
    )
  })

  const pack: Block[] = [
    cover,
    contents,
    pageBreak,
    { ...title, again: true },
    section('Issue'),
    paragraph(words(900)),
    section('Background'),
    section('What was promised', 3),
    section('Deeper still', 4),
    paragraph('Words.'),
    annex('Annex A: Sources'),
    { kind: 'heading', level: 3, role: 'source', runs: [{ text: 'Fewer take the late boat' }] },
    paragraph('Words.'),
  ]

  test('name each heading down to the third level with its page, and lead there', async () => {
    const { bytes, bodies, read } = await pressed(pack)
    expect(bodies[1]).toBe(
      [
        ['Contents'],
        ['Issue', 3],
        ['Background', 5],
        ['What was promised', 5],
        ['Annex A: Sources', 6],
        ['Fewer take the late boat', 6],
      ]
        .flat()
        .join(' '),
    )
    expect(read.links.map(({ page }) => page)).toEqual([2, 4, 4, 5, 5])
    for (const { page, top } of read.links) {
      expect(read.pages[page!]!.some(({ y }) => y < top! && y > top! - 50)).toBe(true)
    }
    const entry = 'TOCI(Reference(Link))'
    expect(await structureOn(bytes, 1)).toBe(`H2 TOC(${entry} ${entry} TOC(${entry}) ${entry} TOC(${entry}))`)
    expect(await linkDescriptions(bytes)).toContain('Background, page 5')
  })

  test('are in the outline and not in themselves', async () => {
    const { read } = await pressed(pack)
    expect(read.outline.map(({ title }) => title)).toEqual([
      'Contents',
      'Issue',
      'Background',
      'Annex A: Sources',
    ])
  })

  test('of several pages name the pages that come after them', async () => {
    const sections = Array.from({ length: 150 }, (_, i) => [
      section(`Section ${i}`),
      paragraph('Words.'),
    ]).flat()
    const { bodies } = await pressed([title, contents, ...sections])
    const [, ...entries] = bodies.join(' ').split('Contents')
    const named = [...entries.join(' ').matchAll(/Section (\d+) (\d+)/g)].slice(0, 150)
    expect(named).toHaveLength(150)
    for (const [, number, page] of named) {
      expect(bodies[Number(page) - 1]).toMatch(new RegExp(`Section ${number} Words`))
    }
  })

  test('stand under the title where that is all there is above, and end their page', async () => {
    const { bodies } = await pressed([title, contents, section('Issue'), paragraph('Words.')])
    expect(bodies).toEqual(['Ferries Contents Issue 2', 'Issue Words.'])
  })

  test('before any title are the first heading themselves', async () => {
    const { bytes } = await pressed([contents, title])
    expect(await structureOn(bytes, 0)).toBe('P H1')
  })
})

describe('what stands under the marking', () => {
  test('is read once, after it, and pushes the body down; a long line is wrapped', async () => {
    const handling = [words(40), 'Recipients: the minister']
    const { bytes, read, bodies } = await pressed([title, paragraph(words(600))], { handling })
    expect((await structureOn(bytes, 0)).startsWith('P P P H1')).toBe(true)
    expect(bodies[0]).toContain('Recipients: the minister Ferries')
    expect(bodies.join(' ').match(/Recipients/g)).toHaveLength(1)
    const [first] = read.elements.filter(({ text }) => text === words(40))
    expect(first?.role).toBe('P')
  })

  test('more of it than a page holds runs on to the next', async () => {
    const { bodies } = await pressed([title], { handling: [words(2000)] })
    expect(bodies.length).toBeGreaterThan(1)
    expect(bodies.at(-1)).toContain('Ferries')
  })
})

describe('a notice', () => {
  const notice = 'Licensed copy: do not copy further'
  test('stands in the foot of each page that holds any of its block, and on no other', async () => {
    const { read } = await pressed([
      paragraph('Before.'),
      pageBreak,
      { ...paragraph(words(900)), notice },
      { ...paragraph('More.'), notice },
      pageBreak,
      paragraph('After.'),
    ])
    const feet = read.pages.map(items => items.filter(({ text }) => text === notice).map(({ y }) => y))
    expect(feet.map(({ length }) => length)).toEqual([0, 1, 1, 1, 0])
    const title = read.pages[1]!.find(({ text }) => text === 'Ferries')!
    expect(feet[1]![0]! - title.y).toBeCloseTo(13, 0)
    for (const items of read.pages) {
      const body = items.filter(({ text }) => /^(word\d+|More\.)/.test(text)).map(({ y }) => y)
      for (const y of body) expect(y).toBeGreaterThan(title.y + 26)
    }
    expect(read.elements.some(({ text }) => text.includes(notice))).toBe(false)
  })

  test('several have a line each; one too long ends in an ellipsis', async () => {
    const { read } = await pressed([
      { ...paragraph('One.'), notice },
      { ...paragraph('Two.'), notice: words(60) },
    ])
    const texts = read.pages[0]!.map(({ text }) => text)
    expect(texts).toContain(notice)
    expect(texts.some(text => text.startsWith('word0 word1'))).toBe(true)
    expect(texts.join(' ')).toMatch(/word\d+ …/)
  })
})

test('each child of the document is found where it begins', async () => {
  const { positions, read } = await pressed([
    title,
    { ...section('Issue'), origin: 0 },
    { ...paragraph(words(900)), origin: 1 },
    { ...pageBreak, origin: 2 },
    { ...paragraph('Again.'), origin: 1 },
    {
      ...table(
        [
          ['A', 'B'],
          ['C', 'D'],
        ],
        'Table 1: Letters',
      ),
      origin: 3,
    },
  ])
  expect(positions.map(({ origin, page }) => [origin, page])).toEqual([
    [0, 0],
    [1, 0],
    [3, 3],
  ])
  const y = (page: number, words: string) => read.pages[page]!.find(({ text }) => text.startsWith(words))!.y
  for (const [i, words] of ['Issue', 'word0', 'Table 1'].entries()) {
    const { page, top } = positions[i]!
    expect(841.89 - y(page, words) - top).toBeGreaterThan(5)
    expect(841.89 - y(page, words) - top).toBeLessThan(18)
  }
})
