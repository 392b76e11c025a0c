import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../../../../shared/contract/fault.ts'
import { zipBytes } from '../../fixtures/hostile/zipBytes.ts'
import { ParsedSource } from '../../parsedSource.ts'
import { parseFile } from '../parseFile.ts'
import { xmlElements } from './xmlElements.ts'

const read = async (bytes: Uint8Array): Promise<ParsedSource> =>
  ParsedSource.parse((await parseFile({ name: 'book.epub', bytes })).articles[0])
const fixture = (name: string): Promise<ParsedSource> =>
  read(new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url))))
const linesOf = ({ text, blocks }: ParsedSource): string[] =>
  blocks
    .filter(({ furniture }) => !furniture)
    .map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)

const container = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
const opf = (items: string, refs: string): string =>
  `<package xmlns:dc="x"><metadata><dc:title>A &amp; B</dc:title><dc:date>2024</dc:date></metadata><manifest>${items}</manifest><spine>${refs}</spine></package>`
const book = (files: Record<string, string>): Uint8Array =>
  zipBytes(
    Object.entries({ mimetype: 'application/epub+zip', 'META-INF/container.xml': container, ...files }).map(
      ([name, text]) => ({ name, data: Buffer.from(text) }),
    ),
  )
const item = (id: string, href: string): string =>
  `<item id="${id}" href="${href}" media-type="application/xhtml+xml"/>`
const two = opf(
  item('b', 'b%20b.xhtml') + item('a', './x/../a.xhtml#top'),
  '<itemref idref="a"/><itemref idref="b"/>',
)

describe('a book', () => {
  it('of pandoc is read in order, with what its package says', async () => {
    const article = await fixture('pandoc.epub')
    expect(article).toMatchObject({
      title: 'The Harbour Review',
      byline: 'Ann Ode, Bo Quay',
      publisher: 'Quay Press',
      publishedOn: '2025-03-04',
      language: 'en-GB',
      evidence: { title: 'EPUB package', byline: 'EPUB package', publishedOn: 'EPUB package' },
    })
    expect(linesOf(article).slice(-9)).toEqual(
      [
        'heading: The wall',
        'paragraph: The quay wall is to be mended in June.',
        'listItem: North side first',
        'listItem: South side later',
        'quotation: Long overdue, said a passenger.',
        'heading: The ferry',
        'paragraph: The ferry sails every forty minutes.1',
        'table: Month\tSailings\nMarch\t310\nApril\t465',
        expect.stringContaining('Until 2024, less often.'),
      ]
        .slice(-10)
        .map(line => line),
    )
    expect(article.blocks.some(({ furniture }) => furniture === 'Table of contents')).toBe(true)
  })

  it('of LibreOffice is read, without a writer who is not known', async () => {
    const article = await fixture('libreoffice.epub')
    expect(article).toMatchObject({ title: 'Tide tables', byline: null, language: 'en' })
    expect(article.text).toContain('High tide is at noon.\nNeap tides\nThey are lower.')
  })

  it('is read in the order of its spine, with empty elements closed as XHTML closes them', async () => {
    const article = await read(
      book({
        'OPS/book.opf': two,
        'OPS/b b.xhtml': '<html><head><title/></head><body><p>Second.<a id="x"/> More.</p></body></html>',
        'OPS/a.xhtml': '<?xml version="1.0"?><html><body><script/><p>First.</p></body></html>',
      }),
    )
    expect(article).toMatchObject({ title: 'A & B', publishedOn: null, text: 'First.\nSecond. More.' })
  })

  const locked = (algorithm: string): string =>
    `<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/></EncryptedData></encryption>`
  const chapters = { 'OPS/book.opf': two, 'OPS/a.xhtml': '<p>First.</p>' }
  it('with obscured fonts is read, and one with locked words is refused', async () => {
    const fonts = locked('http://www.idpf.org/2008/embedding')
    expect((await read(book({ ...chapters, 'META-INF/encryption.xml': fonts }))).text).toBe('First.')
    const words = locked('http://www.w3.org/2001/04/xmlenc#aes128-cbc')
    await expect(read(book({ ...chapters, 'META-INF/encryption.xml': words }))).rejects.toThrow(
      /protected against copying/,
    )
  })

  it.each([
    ['no package', book({}), /list of chapters is missing/],
    ['no words', book({ 'OPS/book.opf': two, 'OPS/a.xhtml': '<img/>' }), /no words in it/],
    ['no end', book(chapters).subarray(0, 200), /damaged or incomplete/],
    [
      'a chapter that grows',
      book({ ...chapters, 'OPS/b b.xhtml': ' '.repeat(70 * 1024 * 1024) }),
      /larger than 64 MB/,
    ],
    [
      'too many chapters',
      book({ 'OPS/book.opf': opf(item('a', 'a'), '<itemref idref="a"/>'.repeat(2001)) }),
      /more than 2000 chapters/,
    ],
  ])('with %s is refused', async (_, bytes, reason) => {
    await expect(read(bytes)).rejects.toThrow(reason)
  })

  it('expands no entity, and follows no path out of itself', async () => {
    const evil = `<!DOCTYPE package [<!ENTITY a "boom"><!ENTITY b "&a;&a;">]>${two.replace('A &amp; B', '&b;').replace('./x/../a.xhtml#top', '../../../../a.xhtml')}`
    const article = await read(book({ 'OPS/book.opf': evil, 'a.xhtml': '<p>Inside.</p>' }))
    expect(article).toMatchObject({ title: '&b;', text: 'Inside.' })
  })
})

it('reads 100 KB of hostile XML in a moment', () => {
  for (const piece of ['<', '<a ', '<a x="', '<!--', '&#', '<a:', '<a>', ' x=', '<a b="c" ', '&amp;']) {
    const start = performance.now()
    xmlElements(piece.repeat(100_000 / piece.length))
    xmlElements(`<a ${piece.replaceAll('<', '').repeat(10_000)}>`)
    expect.soft(performance.now() - start, piece).toBeLessThan(1000)
  }
})

it('ends with an article or a Failure, whichever bytes of a book are changed', async () => {
  const sound = book({
    'OPS/book.opf': two,
    'OPS/a.xhtml': '<p>First.</p>',
    'OPS/b b.xhtml': '<p>Second.</p>',
  })
  const change = fc.tuple(fc.nat(sound.length - 1), fc.nat(255))
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async changes => {
      const bytes = sound.slice()
      for (const [at, value] of changes) bytes[at] = value
      try {
        await read(bytes)
      } catch (error) {
        expect(error).toBeInstanceOf(Failure)
      }
    }),
    { numRuns: 300 },
  )
}, 60_000)
