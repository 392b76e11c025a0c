import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { glyphRuns, laidOut } from './glyphs.ts'
import { readKerning } from './kerning.ts'
import { openDocument } from './openDocument.ts'

const fonts = join(import.meta.dirname, '..', '..', '..', '..', 'assets', 'fonts')
const files = readdirSync(fonts).filter(name => /^Arimo.*\.ttf$/.test(name))
const anyDocument = () =>
  openDocument({ title: '', author: '', marking: '', handling: [], date: '2027-01-09T10:30:00Z', blocks: [] })

const letters = [
  ...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,;:!?\'"()[]/&%£€-–—‘’“”…•',
]
const letter = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...letters) },
  { weight: 2, arbitrary: fc.integer({ min: 0x20, max: 0x17f }).map(code => String.fromCodePoint(code)) },
  { weight: 1, arbitrary: fc.constantFrom('\u0301', '\u0323', 'ﬁ', 'Δ', 'ж', '\u2212', '→', '☐') },
)
/** Without soft hyphens, which are gone by then; after one, fontkit takes every hyphen for one, as they share a glyph. */
const word = fc
  .string({ unit: letter, minLength: 1, maxLength: 14 })
  .map(text => text.replaceAll('\u00ad', ''))
  .filter(text => text !== '')

describe.each(files)('%s', file => {
  const program = readFileSync(join(fonts, file))
  const font = anyDocument().font(program)._font
  const run = glyphRuns(font, readKerning(program))

  test('sets words from advances and kerning as its own layout does', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(word, text => {
        expect(run(text)).toEqual(laidOut(font, text))
      }),
      { numRuns: 1000 },
    )
  })

  test('kerns each pair of characters of ASCII as its own layout does', { timeout: 60_000 }, () => {
    const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(0x20 + i))
    let kerned = 0
    for (const left of ascii) {
      for (const right of ascii) {
        const set = run(left + right)
        if (set.width !== laidOut(font, left + right).width) expect(left + right).toBe('kerned otherwise')
        if (set.codes.includes(')')) kerned++
      }
    }
    expect(kerned).toBeGreaterThan(50)
    expect(run('AV').width).toBeLessThan(run('A').width + run('V').width)
  })
})
