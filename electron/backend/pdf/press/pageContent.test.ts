import { expect, test } from 'vitest'
import type { Segment } from './breakLines.ts'
import { pageContent } from './pageContent.ts'
import type { EmbeddedFont, PdfPage } from './pdfkitInternals.ts'
import { ink, linkInk } from './style.ts'

const font = { id: 'F1', ref: () => 'font' } as unknown as EmbeddedFont
const segment = (codes: string, more: Partial<Segment> = {}): Segment => ({
  x: 0,
  width: 10,
  font,
  codes,
  size: 12,
  rise: 0,
  colour: ink,
  cited: 0,
  link: undefined,
  ...more,
})

function contentOf(draw: (content: ReturnType<typeof pageContent>) => void): string[] {
  let text = ''
  const content = pageContent({ fonts: {}, write: (more: string) => (text += more) } as unknown as PdfPage)
  draw(content)
  content.end()
  return text.trim().split('\n')
}

test('text is one object in which marks open and close, each line placed from the one before', () => {
  expect(
    contentOf(content => {
      content.mark('P', '<</MCID 0>>')
      content.segments([segment('ab')], 72, 100)
      content.segments([segment('cd'), segment('e', { x: 20.004, rise: 4, colour: linkInk })], 72, 116.5)
      content.mark('Artifact', '<</Type /Pagination>>')
      content.segments([segment('f')], 72, 800)
    }),
  ).toEqual([
    'BT',
    '/P<</MCID 0>>BDC',
    '0.04 0.05 0.05 rg',
    '/F1 12 Tf',
    '72 741.89 Td',
    '[(ab)]TJ',
    '0 -16.5 Td',
    '[(cd)]TJ',
    '0.07 0.25 0.47 rg',
    '20 4 Td',
    '[(e)]TJ',
    'EMC',
    '/Artifact<</Type /Pagination>>BDC',
    '0.04 0.05 0.05 rg',
    '-20 -687.5 Td',
    '[(f)]TJ',
    'EMC',
    'ET',
  ])
})

test('paths stand outside the text, and a place is never off by what was rounded before it', () => {
  const lines = contentOf(content => {
    content.mark('Artifact', '<<>>')
    content.fill(10, 20, 30, 0.5, ink)
    content.mark('Artifact', '<<>>')
    for (let i = 1; i <= 300; i++) content.segments([segment('x')], i * 0.334, i)
    content.fill(10, 20, 30, 0.5, ink)
  })
  const marks = lines
    .filter(line => /BDC|EMC|BT|ET|re f/.test(line))
    .map(line => line.replace(/^[\d. ]+/, ''))
  expect(marks).toEqual([
    '/Artifact<<>>BDC',
    're f',
    'EMC',
    'BT',
    '/Artifact<<>>BDC',
    'EMC',
    'ET',
    '/Artifact<<>>BDC',
    're f',
    'EMC',
  ])
  let x = 0
  for (const line of lines) x += Number(/^(\S+) \S+ Td$/.exec(line)?.[1] ?? 0)
  expect(x).toBeCloseTo(100.2, 2)
})

test('an artifact of nothing leaves no trace', () => {
  const lines = contentOf(content => {
    content.mark('Artifact', '<</Type /Layout>>')
    content.mark('P', '<</MCID 0>>')
    content.segments([segment('a')], 72, 100)
  })
  expect(lines.join(' ')).not.toContain('Artifact')
})
