import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRtf } from './readRtf.ts'
import { readAll, readFixture, shown } from './shown.testkit.ts'

const read = (rtf: string) => readAll(readRtf, 'paper.rtf', Buffer.from(rtf, 'latin1'))
const lines = async (body: string) => shown((await read(`{\\rtf1\\ansi\\ansicpg1252\\deff0 ${body}}`))[0]!)

it('reads a paper from LibreOffice', async () => {
  const [article] = await readFixture(readRtf, 'harbour.rtf', import.meta.url)
  expect(shown(article!)).toEqual([
    'heading: Winter berths on the west coast',
    'paragraph: The harbour office has asked every skipper between Oban and Ullapool how many boats will need shelter this winter, and the answers came to more than twice the berths there are.[1]',
    'heading: What was asked',
    'paragraph: “We cannot build a pier by spring,” the harbour master wrote – but a floating one could be hired for £4,500 a month, from a yard that has two of them lying idle until the summer season begins and would be glad of the trade.',
    'listItem: Hire the floating pier for four months',
    'listItem: Move the tenders to the inner basin',
    'heading: What was answered',
    'table: Port\tBerths\tAsked\nOban\t40\t90\nMallaig\t25\t60',
    'paragraph: Żaneta Kowalska and Þórr Ólafsson, who speak for the visiting crews, said that the figures leave out the boats that come in only when the wind turns to the north, which no list has ever held.[2]',
    'paragraph: The office will write again before the end of the month, and the council is to decide in January whether the money for the hire can be found from the reserve that was set aside for dredging the outer channel.',
    'heading: What comes next',
    'paragraph: If the council agrees, the pier can be towed across in two days of quiet weather, and the first boats could lie at it before the February gales; if it does not, the skippers have been told to ask in Kilkeel and in Portree.',
    'listItem: [1] Answers from 181 of 203 skippers, counted in October.',
    'listItem: [2] Letter to the office of 12 October.',
    'paragraph [Page header]: Harbour Office paper 14',
    'paragraph [Page footer]: Page 2',
  ])
  expect(article).toMatchObject({
    title: 'Winter berths on the west coast',
    byline: 'Morag Bell',
    publishedOn: '2024-11-03',
    modifiedOn: '2024-12-02',
    encoding: 'windows-1252 (declared)',
    evidence: { title: 'document properties', publishedOn: 'document properties, created' },
  })
})

// Each is written as the RTF Specification 1.9.1 says that writers may write it.
describe('text', () => {
  it.each([
    ['bytes in the document’s code page', "Caf\\'e9 \\'93x\\'94", 'Café “x”'],
    ['Unicode with its substitute', "Z\\u322?\\u243\\'f3dz", 'Złódz'],
    ['no substitutes', '\\uc0\\u8364 5', '€5'],
    ['two substitutes, one a control symbol', "\\uc2\\u8364 \\'80\\~5", '€5'],
    ['a negative number and a pair', '\\u-10179?\\u-8704?!', '😀!'],
    [
      'characters that have words',
      '\\ldblquote A\\rdblquote\\emdash \\lquote b\\rquote \\bullet',
      '“A”—‘b’•',
    ],
    ['braces and a backslash', '\\{a\\} \\\\b', '{a} \\b'],
    ['optional hyphens', 'mini\\-ster', 'minister'],
    ['wrapped lines', 'mini\r\nster\\par\r\n', 'minister'],
    ['hidden and deleted words', 'a{\\v b}{\\deleted c}d', 'ad'],
    ['fields', 'see {\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt the page}}', 'see the page'],
    ['Unicode beside ANSI', 'a{\\upr{b?}{\\*\\ud{b\\u322?}}}', 'abł'],
    ['unknown destinations', 'a{\\*\\unheard of}b{\\pict 00ff}c{\\*\\generator g}', 'abc'],
    ['binary data', 'a{\\pict\\bin4 }}{{}b', 'ab'],
    ['more binary data than there is', 'a\\bin4000000000 b', 'a'],
    ['a bad hexadecimal', "a\\'zzb", 'azzb'],
  ])('%s', async (_, rtf, expected) => {
    expect(await lines(rtf)).toEqual([`paragraph: ${expected}`])
  })

  it('is decoded by the character set of its font', async () => {
    const fonts =
      '{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset204{\\*\\falt x}Times Cyr;}{\\f2\\fcharset128 M;}}'
    expect(await lines(`${fonts}a\\f1\\'cc\\'e8\\'f0\\f2\\'93\\'fa\\plain\\'e9`)).toEqual([
      'paragraph: aМир日é',
    ])
  })
})

describe('blocks', () => {
  it('makes list items, headings by style or outline, and boxes of their own', async () => {
    const styles = '{\\stylesheet{\\s0 Normal;}{\\s7\\b heading 2;}{\\s9 Title;}}'
    expect(
      await lines(
        `${styles}{\\info{\\title Document1}{\\author Administrator}}\\pard\\s9 On piers\\par\\pard\\s7 Costs\\par\\pard{\\listtext\\'b7\\tab}One\\par{\\pntext 2.}Two\\par\\pard\\outlinelevel1 More\\par\\pard\\plain a{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt In a box\\par}}}b\\par`,
      ),
    ).toEqual([
      'heading: On piers',
      'heading: Costs',
      'listItem: One',
      'listItem: Two',
      'heading: More',
      'paragraph: ab',
      'paragraph: In a box',
    ])
  })

  it('tells a table of data from a table that lays out a page', async () => {
    const row = (...cells: string[]) =>
      `\\trowd\\pard\\intbl ${cells.map(text => `${text}\\cell`).join(' ')}\\row `
    expect(await lines(`${row('a', 'b\\par c')}${row('1', '')}\\pard after\\par ${row('x', 'y')}`)).toEqual([
      'table: a\tb c\n1',
      'paragraph: after',
      'paragraph: x',
      'paragraph: y',
    ])
  })

  it('keeps the paragraphs of a cell that lays out a page', async () => {
    const long = 'long '.repeat(130)
    expect(await lines(`\\trowd\\pard\\intbl TD\\cell one\\par two\\par ${long}\\cell\\row`)).toEqual([
      'paragraph: TD',
      'paragraph: one',
      'paragraph: two',
      `paragraph: ${long.trim()}`,
    ])
  })

  it('takes the title from the style when the properties have a program’s', async () => {
    const [article] = await read(
      '{\\rtf1{\\stylesheet{\\s9 Title;}}{\\info{\\title Document1}{\\author Administrator}}First words\\par\\s9 On piers\\par}',
    )
    expect(article).toMatchObject({ title: 'On piers', byline: null, publishedOn: null })
  })
})

describe('refuses in words', () => {
  it.each([
    ['groups nested too deep', `{\\rtf1 ${'{'.repeat(600)}a`, /nested too deep/],
    ['no words', '{\\rtf1 {\\pict 00}}', /no words/],
  ])('%s', async (_, rtf, reason) => {
    await expect(read(rtf)).rejects.toThrow(reason)
  })
})

it('reads anything that begins as RTF, or refuses it', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '{',
      '}',
      '\\par ',
      '\\u',
      '\\u-5',
      "\\'",
      "\\'e9",
      '\\bin3 ',
      '\\*',
      '\\cell ',
      '\\row ',
      '\\footnote ',
    ),
    fc.constantFrom(
      '\\header ',
      '\\fonttbl',
      '\\f1\\fcharset134 ',
      '\\stylesheet ',
      '\\s1 ',
      '\\shptxt ',
      '\\upr',
      '\\ud ',
    ),
    fc.string({ maxLength: 8 }),
  ) // prettier-ignore
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async pieces => {
      const [article] = await read(`{\\rtf1 word ${pieces.join('')}`)
      expect(article!.text.isWellFormed()).toBe(true)
      expect(article!.text).not.toMatch(/[\u0000-\u0008\u000e-\u001f]/)
    }),
    { numRuns: 300 },
  )
})

it('takes time in proportion to the length', async () => {
  for (const unit of [
    'a\n',
    "\\'e9",
    '\\u8364?',
    '{\\b a}',
    '\\bin1 x',
    '\\par ',
    '\\cell\\row ',
    '{\\footnote a}',
  ]) {
    const rtf = Buffer.from(`{\\rtf1 word ${unit.repeat(Math.ceil(100_000 / unit.length))}`, 'latin1')
    await readAll(readRtf, 'a.rtf', rtf).catch(() => {})
    const start = performance.now()
    await readAll(readRtf, 'a.rtf', rtf).catch(() => {})
    expect([unit, performance.now() - start < 500]).toEqual([unit, true])
  }
})

it('never crashes on a document with bytes changed', async () => {
  const whole = readFileSync(new URL('fixtures/harbour.rtf', import.meta.url))
  for (let i = 0; i < 300; i++) {
    const bytes = new Uint8Array(whole)
    bytes[(i * 7919) % bytes.length]! ^= 1 << (i % 8)
    await readAll(readRtf, 'a.rtf', bytes).catch(error =>
      expect(error).toHaveProperty('code', 'unreadable-file'),
    )
  }
})
