import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../../../../shared/contract/fault.ts'
import { type GlyphRun, glyphRuns } from './glyphs.ts'
import { readKerning } from './kerning.ts'
import type { EmbeddedFont, PdfDocument } from './pdfkitInternals.ts'

/** Words in one face, ready to be shown. */
export interface SetText extends GlyphRun {
  font: EmbeddedFont
}

interface Face {
  font: EmbeddedFont
  run: (text: string) => GlyphRun
}

export interface Emphasis {
  bold: boolean
  italic: boolean
}

/** Gives a text in the given emphasis, as one piece for each face it needs. `where` is for the fault alone. */
export type SetWord = (text: string, emphasis: Emphasis, where: string) => SetText[]

/**
 * The faces of a pack: Arimo, and Source Sans 3 for the glyphs it lacks. Each is opened when first needed and
 * each word is measured once. The words given must be in NFC, without characters that print nothing.
 * Throws `missing-glyph`, naming character, code point and place.
 */
export function openFaces(document: PdfDocument, fontsFolder: string): SetWord {
  const opened = new Map<string, Face>()
  const known = [new Map<string, SetText[]>(), new Map(), new Map(), new Map()] as const
  return (text, emphasis, where) => {
    const index = ((emphasis.bold ? 1 : 0) + (emphasis.italic ? 2 : 0)) as 0 | 1 | 2 | 3
    const cache: Map<string, SetText[]> = known[index]
    const cached = cache.get(text)
    if (cached) return cached
    const set = runsByFace(text, faceFiles[index], where).map(([{ font, run }, part]) => ({
      font,
      ...run(part),
    }))
    cache.set(text, set)
    return set
  }

  function runsByFace(text: string, files: readonly string[], where: string): [Face, string][] {
    const runs: [Face, string][] = []
    for (const character of text) {
      const face = faceFor(character, files, where)
      const last = runs.at(-1)
      if (last && last[0] === face) last[1] += character
      else runs.push([face, character])
    }
    return runs
  }

  function faceFor(character: string, files: readonly string[], where: string): Face {
    const codePoint = character.codePointAt(0)!
    if (rightToLeft.test(character)) throw missingGlyph(character, codePoint, where)
    for (const file of files) {
      const face = open(file)
      if (face.font.font.hasGlyphForCodePoint(codePoint)) return face
    }
    throw missingGlyph(character, codePoint, where)
  }

  function open(file: string): Face {
    const known = opened.get(file)
    if (known) return known
    const program = readFileSync(join(fontsFolder, file))
    const font = document.font(program)._font
    // Source Sans 3 joins letters and sets them by their neighbours; Arimo does neither.
    const face = { font, run: glyphRuns(font, file.startsWith('Arimo') ? readKerning(program) : null) }
    opened.set(file, face)
    return face
  }
}

/** Arimo has some of these, but lines are set from left to right only, which would print them in the wrong order. */
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** By emphasis: none, bold, italic, both. The first face that has the glyph sets it. */
const faceFiles = [
  ['Arimo-Regular.ttf', 'SourceSans3-Regular.ttf'],
  ['Arimo-Bold.ttf', 'SourceSans3-Bold.ttf'],
  ['Arimo-RegularItalic.ttf', 'SourceSans3-RegularItalic.ttf', 'SourceSans3-Regular.ttf'],
  ['Arimo-BoldItalic.ttf', 'SourceSans3-Bold.ttf'],
] as const

function missingGlyph(character: string, codePoint: number, where: string): Failure {
  const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
  return new Failure(
    'missing-glyph',
    `No font has the character “${character}” (${code}), which stands in ${where}. Nothing was printed. Replace the character there and export again.`,
  )
}
