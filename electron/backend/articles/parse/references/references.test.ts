import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../../../../shared/contract/failure.ts'
import { ParsedFile, type ReferenceRecord } from '../../parsedSource.ts'
import { parseFile } from '../parseFile.ts'
import { texLetters } from './texLetters.ts'

const read = async (name: string, text: string | Uint8Array): Promise<ReferenceRecord[]> => {
  const bytes = typeof text === 'string' ? Buffer.from(text) : new Uint8Array(text)
  const { articles, references } = ParsedFile.parse(await parseFile({ name, bytes }))
  expect(articles).toEqual([])
  return references
}
const fixture = (name: string): Promise<ReferenceRecord[]> =>
  read(name, readFileSync(new URL(`fixtures/${name}`, import.meta.url)))

describe('references that other programs wrote', () => {
  it('in RIS', async () => {
    expect(await fixture('zotero.ris')).toEqual([
      {
        title: 'Ferry to sail every forty minutes',
        byline: 'Ann Ode, Bo Quay',
        publisher: 'Harbour News',
        publishedOn: '2025-03-04',
        url: 'https://news.example/ferry',
        language: 'en-GB',
        section: 'Transport',
        tags: ['ferries', 'timetables'],
        from: 'RIS',
      },
      expect.objectContaining({
        title: 'On the mending of quay walls, a title that goes on',
        publisher: 'Journal of Quays',
        publishedOn: null,
        url: 'https://doi.org/10.1000/quay.7',
      }),
    ])
    const [ferry, walls, tide] = await fixture('bibutils.ris')
    expect(ferry).toMatchObject({
      byline: 'Ann Ode, Jürgen Ødegård',
      publisher: 'Harbour News',
      publishedOn: null,
    })
    expect(walls).toMatchObject({ byline: 'Harbour Board', publisher: 'Harbour Board' })
    expect(tide!.byline).toBe('Bo Quay, et al.')
  })

  it('in BibTeX', async () => {
    const [ferry, walls, tide] = await fixture('written.bib')
    expect(ferry).toEqual({
      title: 'Ferry to sail every forty minutes: café pier',
      byline: 'Ann Ode, Jürgen Ødegård',
      publisher: 'Harbour News',
      publishedOn: '2025-03-04',
      url: 'https://news.example/ferry',
      language: null,
      section: null,
      tags: ['ferries', 'timetables'],
      from: 'BibTeX',
    })
    expect(walls).toMatchObject({
      title: 'Mending of Quay Walls, 2020–2024',
      byline: 'Harbour Board',
      publisher: 'Harbour Board',
      publishedOn: null,
      url: 'https://doi.org/10.1000/quay.7',
    })
    expect(tide).toMatchObject({
      title: 'Tide tables & how to read them',
      publishedOn: '2024-12-31',
      language: 'en-GB',
    })
    expect((await fixture('pandoc.bib')).map(({ title }) => title)).toHaveLength(3)
  })

  it('in CSL-JSON', async () => {
    const [ferry, walls, tide] = await fixture('pandoc.json')
    expect(ferry).toMatchObject({
      title: 'Ferry to sail every forty minutes: Café pier',
      byline: 'Ann Ode, Jürgen Ødegård',
      publisher: 'Harbour News',
      publishedOn: null,
      tags: ['ferries', 'timetables'],
      from: 'CSL-JSON',
    })
    expect(walls!.url).toBe('https://doi.org/10.1000/quay.7')
    expect(tide).toMatchObject({ publishedOn: '2024-12-31', language: 'en-GB', byline: 'Bo Quay, et al.' })
  })
})

describe('a broken entry', () => {
  it.each([
    ['an open brace', '@misc{a, title = {Never closed\n@misc{b, title = {Sound}}'],
    ['no key', '@misc{title = {Keyless}}\n@misc{b, title = {Sound}}'],
    ['no value', '@misc{a, title = , year = 2020}\n@misc{b, title = {Sound}}'],
    ['no title', '@misc{a, year = 2020}\n@misc{b, title = {Sound}}'],
    ['one that is only a comment', '@comment{@misc{a, title = {Hidden}}}\n@misc{b, title = {Sound}}'],
  ])('of BibTeX with %s takes no other with it', async (_, text) => {
    expect((await read('x.bib', text)).map(({ title }) => title)).toEqual(['Sound'])
  })

  it('of BibTeX may share its line with the next', async () => {
    const references = await read(
      'x.bib',
      '@misc{a, title = "One {"} more"}@book(b, title = two # " and " # 3)',
    )
    expect(references.map(({ title }) => title)).toEqual(['One " more', 'two and 3'])
  })

  it('of CSL-JSON is passed over', async () => {
    const items = [
      1,
      null,
      { title: 'No type' },
      { type: 'book' },
      { type: 'book', title: 'Sound', issued: { 'date-parts': 3 } },
    ]
    expect((await read('x.json', JSON.stringify(items))).map(({ title }) => title)).toEqual(['Sound'])
  })
})

it.each([
  ['settings.json', '{"title": "No item", "version": 3}', /no CSL-JSON reference/],
  ['broken.json', '[{"type": "book"', /not JSON as it should be/],
  ['deep.json', '['.repeat(100_000), /not JSON as it should be/],
  ['empty.ris', 'TY  - NEWS\nER  - \n', /no RIS reference/],
  ['empty.bib', 'Just words.', /no BibTeX reference/],
  ['many.ris', 'TY  - NEWS\nTI  - x\nER  - \n'.repeat(10_001), /more than 10,000 references/],
])('%s is refused in words', async (name, text, reason) => {
  await expect(read(name, text)).rejects.toThrow(reason)
})

it.each([
  ["\\'{e}t\\'e \\`a \\c{c}a \\\"{\\i} {\\v s} \\ss{} \\o re {\\AE}on", 'été à ça ï š ß øre Æon'],
  ["50\\% \\& more~here -- ``quoted'' --- end", '50% & more here – “quoted” — end'],
  ['\\textbf{Bold} {\\em soft} $x$', 'Bold soft x'],
  ['\\', ''],
  ['\\unknown{kept} \\constructor', 'kept'],
])('TeX %j reads as letters', (tex, letters) => {
  expect(texLetters(tex)).toBe(letters)
})

const hostile = (length: number): [string, string][] => [
  ['a.bib', `@misc{a, title={${'{'.repeat(length)}`],
  ['b.bib', '@a{'.repeat(length / 3)],
  ['c.bib', `@misc{a, title={${'\\'.repeat(length)}}}`],
  ['d.bib', `@misc{a, author={${'A and '.repeat(length / 6)}B}, title={x}}`],
  ['e.bib', `@misc{a, title=${'a # '.repeat(length / 4)}a}`],
  ['f.bib', '@misc{a, t={\n'.repeat(length / 14)],
  ['g.bib', `@misc{a, title={${"\\'".repeat(length / 2)}}}`],
  ['h.bib', `@misc{${'a '.repeat(length / 2)}`],
  ['i.bib', `@misc{a, title={x}${' ,'.repeat(length / 2)}`],
  ['j.bib', `@misc{a,${' x = {y},'.repeat(length / 9)}`],
  ['k.bib', '@'.repeat(length)],
  ['l.bib', `${'@string{a="b"} '.repeat(length / 15)}`],
  ['a.ris', `TY  - X\nTI  - a\n${'b\n'.repeat(length / 2)}`],
  ['b.ris', `TY  - X\nTI  - a\n${'KW  - ;;;;;;;;\n'.repeat(length / 15)}`],
  ['c.ris', `TY  - X\nTI  - a\nUR  - ${'http '.repeat(length / 5)}`],
  ['a.json', JSON.stringify({ type: 'book', title: '<i'.repeat(length / 2), keyword: ','.repeat(length) })],
  ['b.json', JSON.stringify({ type: 'book', title: '<span '.repeat(length / 6) })],
  [
    'c.json',
    JSON.stringify({
      type: 'book',
      title: 'x',
      URL: 'http://'.repeat(length / 7),
      DOI: '10.'.repeat(length / 3),
    }),
  ],
]

it('reads 100 KB made to be slow in a moment', async () => {
  for (const [name, text] of hostile(100_000)) {
    const start = performance.now()
    await read(name, text).catch(() => null)
    expect.soft(performance.now() - start, name).toBeLessThan(1000)
  }
}, 60_000)

it('ends with references or a Failure, whatever is written', async () => {
  const piece = fc.constantFrom(
    '@misc{a,',
    '@string{',
    '@comment',
    'title',
    '=',
    '{',
    '}',
    '"',
    '#',
    ',',
    '\n',
    '\\"',
    '\\',
    ' and ',
    'jan',
    'TY  - X',
    'TI  - ',
    'AU  - a,b,c',
    'ER  -',
    '[',
    ']',
    '{"type":"book","title":',
    '"x"',
    '\u202e',
    '\ud800',
    'author',
    'year',
    '2020',
    ':',
  )
  const name = fc.constantFrom('a.bib', 'a.ris', 'a.json')
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), name, async (pieces, file) => {
      try {
        await read(file, pieces.join(''))
      } catch (error) {
        expect(error).toBeInstanceOf(Failure)
      }
    }),
    { numRuns: 1000 },
  )
})
