import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../../../../shared/contract/fault.ts'
import { ParsedSource } from '../../parsedSource.ts'
import { parseFile } from '../parseFile.ts'
import { markdownBlocks } from './markdownBlocks.ts'

const read = async (bytes: Uint8Array): Promise<ParsedSource> =>
  ParsedSource.parse((await parseFile({ name: 'note.md', bytes })).articles[0])
const fixture = (name: string): Promise<ParsedSource> =>
  read(new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url))))
const linesOf = ({ text, blocks }: ParsedSource): string[] =>
  blocks
    .filter(({ furniture }) => !furniture)
    .map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)
const shown = (text: string): string[] => markdownBlocks(text).map(block => `${block.kind}: ${block.text}`)

describe('a Markdown file', () => {
  it('is read with its front matter, which is furniture', async () => {
    const article = await fixture('clipping.md')
    expect(article).toMatchObject({
      title: 'Ferry to sail every forty minutes',
      byline: 'Ann Ode, Bo Quay',
      publisher: 'Harbour News',
      publishedOn: '2025-03-04',
      url: 'https://news.example/ferry',
      evidence: {
        title: 'front matter',
        byline: 'front matter',
        publishedOn: 'front matter',
        url: 'front matter',
      },
    })
    expect(article.blocks[0]!.furniture).toBe('Front matter')
    expect(linesOf(article)).toEqual([
      'heading: Ferry to sail every forty minutes',
      'paragraph: The ferry will sail every forty minutes from April, the operator said – up from once an hour.[1] Fares stay at £4*.',
      'heading: What changes',
      'listItem: More sailings',
      'listItem: A second crew, trained in May',
      'listItem: from the north',
      'listItem: from the south',
      'quotation: “We asked for this,” a passenger said. It took three years.',
      'table: Month\tSailings\nMarch\t310\nApril\t465',
      'paragraph: count = sailings_per_day * 30',
      'heading: Opening hours',
      'paragraph: See the timetable, snake_case_names and https://tide.example/. A line break & a picture.',
      'paragraph: [1] Until 2024, less often in winter.',
    ])
  })

  it('of pandoc is read', async () => {
    const article = await fixture('pandoc.md')
    expect(article).toMatchObject({ title: 'Quay walls', evidence: { title: 'first heading' } })
    expect(linesOf(article)).toEqual([
      'heading: Quay walls',
      'paragraph: The wall is to be mended in June, at £2 m & more.',
      'listItem: North side',
      'listItem: first the stairs',
      'listItem: South side',
      'quotation: Long overdue.',
      'table: Side\tCost\nNorth\t1.2',
      'paragraph: x = 1',
      'paragraph: y = 2',
    ])
  })

  it('without words is refused', async () => {
    await expect(read(Buffer.from('---\n\n***\n[a]: https://x.example\n'))).rejects.toThrow(/no words/)
  })
})

it.each([
  ['2 * 3 and *all* the **rest** of ***it***', 'paragraph: 2 * 3 and all the rest of it'],
  ['A price* that rises', 'paragraph: A price* that rises'],
  ['`a_b_` and ``c ` d``', 'paragraph: a_b_ and c ` d'],
  ['[not a link] and [a link](/x_(y)) and [a][b]', 'paragraph: [not a link] and a link and a'],
  ['<b>Bold</b> and 3 < 4 <!-- hidden --> end', 'paragraph: Bold and 3 < 4 end'],
  ['# Heading ##', 'heading: Heading'],
  ['#hashtag', 'paragraph: #hashtag'],
  ['- [x] Done', 'listItem: Done'],
  ['1986. A year', 'listItem: A year'],
  ['&#163;5 &pound;6 &unknown; &#xd800;', 'paragraph: £5 £6 &unknown; &#xd800;'],
  ['Line one  \nline two\\\nline three', 'paragraph: Line one line two line three'],
])('%j', (written, block) => {
  expect(shown(written)).toEqual([block])
})

it('keeps every word of a text without marks, in order', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/)
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 8 }), { minLength: 1 }), paragraphs => {
      const text = paragraphs.map(words => words.join(' ')).join('\n\n')
      expect(shown(text)).toEqual(paragraphs.map(words => `paragraph: ${words.join(' ')}`))
    }),
  )
})

it('reads 100 KB made to be slow in a moment', async () => {
  const n = 100_000
  const hostile = [
    ...[
      '>',
      '> ',
      '- ',
      '> - ',
      '[',
      '[a](',
      '![',
      '*a ',
      '*a_',
      '**a ',
      '_',
      '`',
      '`` ` ',
      '<a ',
      '<!--',
      '|a',
      '~',
      '#',
      '1. ',
      '<http://',
      '\\',
      '&#',
      '\t',
      '[^a]',
      '](',
      'a|b\n-|-\n',
      '[a]: b\n',
      '- a\n\n',
      '> a\n\n',
      '```\n',
      'a\n=\n',
      '[a][',
      ' ',
      '---\n',
      '~~a ',
      '*a*',
    ].map(piece => piece.repeat(n / piece.length)),
    Array.from({ length: 400 }, (_, i) => `${' '.repeat(i)}- a`).join('\n'),
    Array.from({ length: 440 }, (_, i) => `${'`'.repeat(i)}a`).join(' '),
    `${'|a'.repeat(n / 4)}\n${'|-'.repeat(n / 4)}`,
    `---\n${'a: b\n'.repeat(n / 5)}`,
    `${'- '.repeat(n / 2)}x`,
    `a${' '.repeat(n)}b`,
  ]
  for (const text of hostile) {
    const start = performance.now()
    await parseFile({ name: 'note.md', bytes: Buffer.from(text) }).catch(() => null)
    expect.soft(performance.now() - start, JSON.stringify(text.slice(0, 12))).toBeLessThan(1000)
  }
}, 60_000)

it('ends with an article or a Failure, whatever is written', async () => {
  const piece = fc.constantFrom(
    '---\n',
    'title: x\n',
    '# ',
    '> ',
    '- ',
    '1. ',
    '|',
    '\n',
    '|-|-|\n',
    '```\n',
    '[',
    '](x)',
    '*',
    '_',
    '`',
    '<b>',
    '&amp;',
    'words ',
    '\u202e',
    '\u0001',
    '    ',
    '===\n',
    '\ud800',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async pieces => {
      try {
        const { blocks } = await read(Buffer.from(pieces.join('')))
        expect(blocks.length).toBeGreaterThan(0)
      } catch (error) {
        expect(error).toBeInstanceOf(Failure)
      }
    }),
    { numRuns: 1000 },
  )
})
