import type { MarkedContent } from './pageContent.testkit.ts'
import { type PdfFile, streamData } from './pdfFile.testkit.ts'
import { type Dict, isStream } from './pdfSyntax.testkit.ts'
import { toUnicode } from './toUnicode.testkit.ts'

/** What is wrong with the fonts and with what is shown in them: CONVENTIONS 3.3, "Fonts". */
export function fontFaults(pdf: PdfFile, contents: Iterable<MarkedContent[]>): string[] {
  const used = new Map<Dict, Set<number>>()
  for (const { font, codes } of [...contents].flat().flatMap(({ shown }) => shown)) {
    const known = used.get(font) ?? new Set()
    for (const code of codes) known.add(code)
    used.set(font, known)
  }
  return [...used].flatMap(([font, codes]) => oneFontFaults(pdf, font, [...codes]))
}

function oneFontFaults(pdf: PdfFile, font: Dict, codes: number[]): string[] {
  const name = String(font.get('BaseFont'))
  const descendant = pdf.dict(font, 'DescendantFonts', 0)
  const program = pdf.get(descendant, 'FontDescriptor', 'FontFile2')
  if (font.get('Subtype') !== '/Type0' || descendant.get('Subtype') !== '/CIDFontType2')
    return [`${name} is of another kind`]
  if (!isStream(program)) return [`${name} is not embedded (7.21.4.1-1)`]
  const words = toUnicode(pdf, font)
  const silent = codes.filter(code => !words.get(code))
  const forbidden = codes.filter(code => /[\0\ufeff\ufffe]/.test(words.get(code) ?? ''))
  const wrong = wrongWidths(pdf, descendant, streamData(program), codes)
  const rules: [boolean, string][] = [
    [/^\/[A-Z]{6}\+/.test(name), 'is not called a subset'],
    [font.get('Encoding') === '/Identity-H', 'is encoded otherwise (7.21.3.3-1)'],
    [descendant.get('CIDToGIDMap') === '/Identity', 'has no CIDToGIDMap (7.21.3.2-1)'],
    [
      !pdf.dict(descendant, 'FontDescriptor').has('CIDSet'),
      'has a CIDSet, which must be complete (7.21.4.2-2)',
    ],
    [!codes.includes(0), 'shows .notdef (7.21.8-1)'],
    [silent.length === 0, `does not say what codes ${silent.join()} are (7.21.7-1)`],
    [forbidden.length === 0, `says nothing of codes ${forbidden.join()} (7.21.7-2)`],
    [wrong.length === 0, `gives other widths for codes ${wrong.join()} (7.21.5-1)`],
  ]
  return rules.flatMap(([isKept, fault]) => (isKept ? [] : [`${name} ${fault}`]))
}

/** The codes whose width in the file, in thousandths, is not that of their glyph, or that have no glyph. */
function wrongWidths(pdf: PdfFile, descendant: Dict, program: string, codes: number[]): number[] {
  const advance = advances(Buffer.from(program, 'latin1'))
  const widths = statedWidths(pdf, descendant)
  const normal = Number(pdf.get(descendant, 'DW') ?? 1000)
  return codes.filter(code => {
    const glyph = advance(code)
    return glyph === null || Math.abs((widths.get(code) ?? normal) - glyph) > 1
  })
}

/** Table 117 of ISO 32000-1: `first [width …]` or `first last width`. */
function statedWidths(pdf: PdfFile, descendant: Dict): Map<number, number> {
  const widths = new Map<number, number>()
  const list = pdf.list(descendant, 'W')
  for (let i = 0; i < list.length; ) {
    const first = Number(list[i])
    const next = pdf.get(list[i + 1])
    if (Array.isArray(next)) {
      next.forEach((width, n) => {
        widths.set(first + n, Number(width))
      })
      i += 2
    } else {
      for (let code = first; code <= Number(next); code++) widths.set(code, Number(list[i + 2]))
      i += 3
    }
  }
  return widths
}

/** The advance of each glyph of a TrueType program, in thousandths; null past its last glyph. */
function advances(program: Buffer): (glyph: number) => number | null {
  const tables = new Map<string, number>()
  for (let i = 0; i < program.readUInt16BE(4); i++) {
    const record = 12 + 16 * i
    tables.set(program.toString('latin1', record, record + 4), program.readUInt32BE(record + 8))
  }
  const unitsPerEm = program.readUInt16BE(tables.get('head')! + 18)
  const measured = program.readUInt16BE(tables.get('hhea')! + 34)
  const glyphs = program.readUInt16BE(tables.get('maxp')! + 4)
  return glyph => {
    if (glyph >= glyphs) return null
    const at = tables.get('hmtx')! + 4 * Math.min(glyph, measured - 1)
    return (program.readUInt16BE(at) * 1000) / unitsPerEm
  }
}
