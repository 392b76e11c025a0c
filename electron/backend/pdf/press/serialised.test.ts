import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isString, PdfLexer, type PdfString, type PdfValue, wordsOf } from '../proof/pdfSyntax.testkit.ts'
import { pdfString } from './pdfkitInternals.ts'
import { serialised } from './serialised.ts'

const read = (text: string): PdfString => {
  const value = new PdfLexer(text).next() as PdfValue
  if (!isString(value)) throw new TypeError(`${text} is no string`)
  return value
}

test('a value has no space that it does not need', () => {
  expect(
    serialised({ S: 'P', K: [1, 2, { T: pdfString('a') }, 'N', 3], Pg: undefined, C: [0.1, [4], true] }),
  ).toBe('<</S/P/K[1 2<</T(a)>>/N 3]/C[0.1[4]true]>>')
  expect(serialised([null, undefined, new Date('2027-01-09T10:30:00Z'), new Uint8Array([0, 255])])).toBe(
    '[null null(D:20270109103000Z)<00ff>]',
  )
})

test('numbers have no exponent', () => {
  expect(serialised([1e-7, 0.1 + 0.2, -1.5, 1_000_000])).toBe('[0 0.3 -1.5 1000000]')
})

test('any text is read back as it was', { timeout: 30_000 }, () => {
  const letter = fc.oneof(
    fc.integer({ min: 0, max: 0xff }).map(code => String.fromCodePoint(code)),
    fc.constantFrom(...'•–—‘’“”€Łžﬁ†…−漢🚢\ufeff'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  )
  fc.assert(
    fc.property(fc.string({ unit: letter, maxLength: 20 }), text => {
      expect(wordsOf(read(serialised(pdfString(text))))).toBe(text)
    }),
    { numRuns: 500 },
  )
})

test('text is one byte a letter where PDF has them, and never looks like UTF-16 where it is not', () => {
  expect(serialised(pdfString('‘Été’ – £5'))).toHaveLength(12)
  expect(serialised(pdfString('Ŵ'))).toContain('\xfe\xff')
  expect(wordsOf(read(serialised(pdfString('þÿ'))))).toBe('þÿ')
})
