import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsOf } from '../../../../shared/text/words.ts'
import { wordHashes } from './wordHashes.ts'

const pieces = fc.constantFrom(
  'a',
  'Zebra',
  '9',
  ' ',
  '-',
  'é',
  'e\u0301',
  '\u0301',
  'Ǆ',
  'ß',
  '漢',
  '𐐀',
  '\ue000',
  '’',
)
const text = fc.oneof(
  fc.array(pieces, { maxLength: 30 }).map(all => all.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
)

test('a hash stands for each word, and for the same word the same', () => {
  fc.assert(
    fc.property(text, text, (before, own) => {
      const stretch = { start: before.length, end: before.length + own.length }
      const hashes = [...wordHashes(`${before}${own}after`, [stretch])]
      // A word by itself is hashed in small letters.
      expect(hashes).toEqual(
        wordsOf(own).flatMap(({ folded }) => {
          let hash = 0x811c9dc5
          for (let i = 0; i < folded.length; i++) hash = Math.imul(hash ^ folded.charCodeAt(i), 0x01000193)
          return [hash >>> 0]
        }),
      )
    }),
    { numRuns: 1000 },
  )
})
