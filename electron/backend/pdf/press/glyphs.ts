import type { EmbeddedFont } from './pdfkitInternals.ts'
import { escaped } from './serialised.ts'

/** Words in one face, ready to be shown: what stands between `[(` and `)]TJ`, and their width in thousandths. */
export interface GlyphRun {
  codes: string
  width: number
}

/**
 * Letters, figures and signs that a font sets one after the other, with nothing between neighbours but kerning: Latin
 * letters without combining marks, and common punctuation.
 */
const plain = /^[\x20-\x7e\xa1-\xac\xae-\u017f‐-—‘-„•…€]+$/

interface Glyph {
  code: string
  advance: number
}

/**
 * Gives texts as glyphs of the font, as its own layout does (`encode`), which is asked for each letter and each pair of
 * neighbours once: pair by pair, plain words come out the same, many times faster.
 */
export function glyphRuns(font: EmbeddedFont): (text: string) => GlyphRun {
  const glyphs = new Map<number, Glyph>()
  /** How far the first of a pair advances before the second; NaN where the two are no plain pair of their glyphs. */
  const advances = new Map<number, number>()
  return text => (plain.test(text) ? plainRun(text) : null) ?? laidOut(font, text)

  function plainRun(text: string): GlyphRun | null {
    let unit = text.charCodeAt(0)
    let glyph = glyphs.get(unit) ?? glyphOf(unit)
    let codes = glyph.code
    let width = 0
    for (let i = 1; i < text.length; i++) {
      const next = text.charCodeAt(i)
      const pair = unit * 0x10000 + next
      const nextGlyph = glyphs.get(next) ?? glyphOf(next)
      const advance = advances.get(pair) ?? pairAdvance(pair, unit, next)
      if (Number.isNaN(advance)) return null
      const adjust = Math.round(glyph.advance - advance)
      codes += adjust === 0 ? nextGlyph.code : `)${adjust}(${nextGlyph.code}`
      width += advance
      unit = next
      glyph = nextGlyph
    }
    return { codes, width: width + glyph.advance }
  }

  function glyphOf(unit: number): Glyph {
    const [codes, positions] = font.encode(String.fromCharCode(unit))
    const glyph = { code: literal(codes[0]!), advance: positions[0]!.advanceWidth }
    glyphs.set(unit, glyph)
    return glyph
  }

  function pairAdvance(pair: number, left: number, right: number): number {
    const [codes, positions] = font.encode(String.fromCharCode(left, right))
    const [first, second] = positions
    const isPlain =
      codes.length === 2 &&
      literal(codes[0]!) === glyphs.get(left)!.code &&
      literal(codes[1]!) === glyphs.get(right)!.code &&
      first!.xOffset === 0 &&
      second!.xOffset === 0 &&
      second!.xAdvance === second!.advanceWidth
    const advance = isPlain ? first!.xAdvance : Number.NaN
    advances.set(pair, advance)
    return advance
  }
}

/** A text as the font's own layout sets it. */
export function laidOut(font: EmbeddedFont, text: string): GlyphRun {
  const [glyphs, positions] = font.encode(text)
  let codes = ''
  let width = 0
  positions.forEach(({ xAdvance, advanceWidth, xOffset }, i) => {
    if (xOffset !== 0) codes += `)${Math.round(-xOffset)}(`
    codes += literal(glyphs[i]!)
    const adjust = Math.round(advanceWidth - xAdvance + xOffset)
    if (adjust !== 0 && i < positions.length - 1) codes += `)${adjust}(`
    width += xAdvance
  })
  return { codes: codes.replaceAll(')(', ''), width }
}

/** A glyph's code of four hexadecimal digits as two characters of a literal string. */
function literal(code: string): string {
  return escaped(
    String.fromCharCode(Number.parseInt(code.slice(0, 2), 16), Number.parseInt(code.slice(2), 16)),
  )
}
