import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokensOf } from '../../../shared/search/tokens.ts'
import { buildSegment, type IndexedDocument } from './buildSegment.ts'
import type { BuiltSegment } from './builtSegment.ts'
import { readPlaces } from './placeTable.ts'
import { openSegment } from './segmentReader.ts'

const word = fc.constantFrom(
  ...[
    'the',
    'of',
    'The',
    'harbour',
    'Harbours',
    'harbour’s',
    'organise',
    'organized',
    '£1.2bn',
    '14th',
    'e-mail',
  ],
  ...['Élysée', 'ﬁnance', '東京都', '\ud83d\ude00', 'zz~', '\uffff', `${'long'.repeat(40)}`],
)
const text = fc.array(word, { maxLength: 30 }).map(words => words.join(' '))
const documents = fc.array(fc.record({ title: text, byline: fc.option(text), text }), { maxLength: 6 })

const made = (from: readonly { title: string; byline: string | null; text: string }[]): BuiltSegment =>
  buildSegment(
    from.map((each, key): IndexedDocument => ({ ...each, key, day: null, publisher: null, furniture: [] })),
  )

test('a segment does not depend on what was indexed before it', () => {
  fc.assert(
    fc.property(documents, documents, (some, others) => {
      const first = made(some)
      made(others)
      expect(made(some)).toEqual(first)
    }),
  )
})

test('terms are in order, and each word of a text stands where it stands', () => {
  fc.assert(
    fc.property(documents, all => {
      const { bytes, terms, documents: count } = made(all)
      const size = {
        documents: count,
        terms,
        dictionary: bytes.dictionary.length,
        blocks: bytes.blocks.length,
      }
      const reader = openSegment(size, (stream, from, to) => bytes[stream].subarray(from, to))
      const names = [...reader.all()].map(({ term }) => term)
      expect(names).toEqual([...new Set(names)].sort())
      for (const [number, { text }] of all.entries()) {
        const positions = new Map<string, number[]>()
        for (const { term, position } of tokensOf(text))
          positions.set(term, [...(positions.get(term) ?? []), position])
        const gap = 1000 + 1000 + 1000 + lastOf(all[number]!.title) + lastOf(all[number]!.byline ?? '')
        for (const [name, expected] of positions) {
          if (name.length >= 120) continue
          const entry = reader.find(name)!
          const term = {
            postings: reader.postings(entry),
            blocks: reader.positionBlocks(entry),
            placesEach: 1,
          }
          const { ends, at } = readPlaces([term], Uint16Array.of(number))
          const found = [...at.subarray(0, ends[0])].filter(place => place >= gap).map(place => place - gap)
          expect(found).toEqual(expected)
        }
      }
    }),
  )
})

const lastOf = (field: string): number => tokensOf(field).at(-1)?.position ?? 0
