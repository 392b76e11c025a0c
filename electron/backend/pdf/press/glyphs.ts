import type { Kerning } from './kerning.ts'
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
  id: number
  code: string
  advance: number
}

/**
 * Gives texts as glyphs of the font, as its own layout does (`encode`). Plain words are set from each letter's advance
 * and `kerning`, if there is any, many times faster.
 */
export function glyphRuns(font: EmbeddedFont, kerning: Kerning | null): (text: string) => GlyphRun {
  const glyphs = new Map<number, Glyph>()
  /** How far the first of a pair of characters advances before the second. */
  const advances = new Map<number, number>()
  return text => (kerning && plain.test(text) ? plainRun(text, kerning) : laidOut(font, text))

  function plainRun(text: string, kerning: Kerning): GlyphRun {
    let unit = text.charCodeAt(0)
    let glyph = glyphs.get(unit) ?? glyphOf(unit)
    let codes = glyph.code
    let width = 0
    for (let i = 1; i < text.length; i++) {
      const next = text.charCodeAt(i)
      const pair = unit * 0x10000 + next
      const nextGlyph = glyphs.get(next) ?? glyphOf(next)
      let advance = advances.get(pair)
      if (advance === undefined) {
        // The layout of pdfkit begins anew after each space.
        advance = (glyph.advance + (unit === SPACE ? 0 : kerning(glyph.id, nextGlyph.id))) * font.scale
        advances.set(pair, advance)
      }
      const adjust = Math.round(glyph.advance * font.scale - advance)
      codes += adjust === 0 ? nextGlyph.code : `)${adjust}(${nextGlyph.code}`
      width += advance
      unit = next
      glyph = nextGlyph
    }
    return { codes, width: width + glyph.advance * font.scale }
  }

  function glyphOf(unit: number): Glyph {
    const { id, advanceWidth } = font.font.glyphForCodePoint(unit)
    const index = font.subset.includeGlyph(id)
    font.widths[index] ??= advanceWidth * font.scale
    font.unicode[index] ??= [unit]
    const glyph = { id, code: literal(index), advance: advanceWidth }
    glyphs.set(unit, glyph)
    return glyph
  }
}

const SPACE = 0x20

/** A text as the font's own layout sets it. */
export function laidOut(font: EmbeddedFont, text: string): GlyphRun {
  const [glyphs, positions] = font.encode(text)
  let codes = ''
  let width = 0
  positions.forEach(({ xAdvance, advanceWidth, xOffset }, i) => {
    if (xOffset !== 0) codes += `)${Math.round(-xOffset)}(`
    codes += literal(Number.parseInt(glyphs[i]!, 16))
    const adjust = Math.round(advanceWidth - xAdvance + xOffset)
    if (adjust !== 0 && i < positions.length - 1) codes += `)${adjust}(`
    width += xAdvance
  })
  return { codes, width }
}

/** The code of a glyph as two characters of a literal string. */
const literal = (index: number): string => escaped(String.fromCharCode(index >> 8, index & 0xff))
