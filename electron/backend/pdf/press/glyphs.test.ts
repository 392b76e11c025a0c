import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { glyphRuns, laidOut } from './glyphs.ts'
import { openDocument } from './openDocument.ts'

const fonts = join(import.meta.dirname, '..', '..', '..', '..', 'assets', 'fonts')
const files = readdirSync(fonts).filter(name => name.endsWith('.ttf'))
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
const word = fc.string({ unit: letter, minLength: 1, maxLength: 14 })

describe.each(files)('%s', file => {
  const font = anyDocument().font(join(fonts, file))._font
  const run = glyphRuns(font)

  test('sets words by pairs of letters as its own layout does', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(word, text => {
        expect(run(text)).toEqual(laidOut(font, text))
      }),
      { numRuns: 1000 },
    )
  })

  test('sets what kerns, and what would join into one glyph', () => {
    for (const text of ['AVATAR', 'To.', 'fi', 'ffl', 'office', 'Ty', 'L’', '11', 'r.', 'ĳ', 'ï'])
      expect(run(text), text).toEqual(laidOut(font, text))
    if (file.startsWith('Arimo')) expect(run('AV').width).toBeLessThan(run('A').width + run('V').width)
  })
})
