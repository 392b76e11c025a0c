import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildSegment } from './buildSegment.ts'
import { likeTerms } from './likeTerms.ts'
import { openSegment } from './segmentReader.ts'
import { editDistance } from './suggest.ts'
import { formTerm, isWord } from './terms.ts'

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ж'), minLength: 1, maxLength: 9 })

test('of all terms it finds those that are like a word, and no others', () => {
  fc.assert(
    fc.property(
      fc.array(letters, { maxLength: 300 }),
      letters,
      fc.integer({ min: 1, max: 2 }),
      (all, word, most) => {
        const text = all.join(' ')
        const one = { key: 4, day: null, title: '', byline: null, publisher: null, text, furniture: [] }
        const { documents, terms, bytes } = buildSegment([one])
        const size = { documents, terms, dictionary: bytes.dictionary.length, blocks: bytes.blocks.length }
        const reader = openSegment(size, (stream, from, to) => bytes[stream].subarray(from, to))
        const isPlain = /^[a-c]*$/
        for (const mark of ['', formTerm('')]) {
          const wanted = { word: new TextEncoder().encode(word), marks: mark.length, most }
          const found = [...reader.blocksWith(mark + word[0])].flatMap(({ cursor, left }) =>
            likeTerms(cursor, left, wanted),
          )
          const there = [...reader.all()]
            .map(({ term }) => term)
            .filter(term => (mark === '' ? isWord(term) : term.startsWith(mark)))
            .map(term => term.slice(mark.length))
            .filter(term => term[0] === word[0] && isPlain.test(term) && isPlain.test(word))
          const isRight = (term: string) => editDistance(word, term, most) <= most
          expect(found.filter(term => there.includes(term)).sort()).toEqual(there.filter(isRight).sort())
        }
      },
    ),
    { numRuns: 300 },
  )
})
