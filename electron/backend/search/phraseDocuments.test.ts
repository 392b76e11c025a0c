import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byteSink } from './bytes.ts'
import { nearDocuments } from './nearDocuments.ts'
import { phraseDocuments } from './phraseDocuments.ts'
import { type PlacedTerm, readPlaces } from './placeTable.ts'
import { blockShift, blockStarts } from './positionBlocks.ts'
import { decodePostings, writePostings } from './postings.ts'

const all = 300

/** Texts of words 0 to 3; where a word stands far on, its place takes several bytes. */
const texts = fc.array(fc.tuple(fc.array(fc.nat(3), { maxLength: 14 }), fc.constantFrom(0, 120, 20_000)), {
  minLength: 1,
  maxLength: 40,
})

type Texts = { words: number[]; from: number }[]

/** The same texts again and again, so that a segment has several blocks. */
const repeated = (some: readonly (readonly [number[], number])[]): Texts =>
  Array.from({ length: all }, (_, i) => {
    const [words, from] = some[(i * 7) % some.length]!
    return { words, from }
  })

const placesIn = ({ words, from }: Texts[number], word: number): number[] =>
  words.flatMap((each, i) => (each === word ? [from + i] : []))

/** A word as a segment stores it, in blocks when `isParted`. */
function stored(from: Texts, word: number, isParted: boolean): PlacedTerm {
  const [postings, positions] = [byteSink(), byteSink()]
  const holding = from.flatMap((text, i) => (text.words.includes(word) ? [i] : []))
  writePostings(
    postings,
    holding,
    holding.map(() => 9),
    all,
  )
  for (const document of holding) {
    const deltas = byteSink()
    let last = 0
    for (const place of placesIn(from[document]!, word)) {
      deltas.number(place - last)
      last = place
    }
    positions.number(deltas.length)
    positions.bytes(deltas.written())
  }
  const data = positions.written()
  const starts = isParted && holding.length > 0 ? blockStarts(data, holding.length) : null
  return {
    postings: decodePostings(postings.written().slice(), holding.length),
    placesEach: 2,
    blocks: starts
      ? { shift: blockShift, read: block => data.subarray(starts[block]!, starts[block + 1]!) }
      : { shift: 31, read: () => data },
  }
}

/** Some of the documents, ascending. */
const some = (share: number): Uint16Array =>
  Uint16Array.from({ length: all }, (_, i) => i).filter(i => (i * 37) % 10 < share)

const shares = fc.integer({ min: 0, max: 10 })

test('the places of some words are those where any of them stands', () => {
  fc.assert(
    fc.property(
      texts,
      shares,
      fc.boolean(),
      fc.uniqueArray(fc.nat(3), { maxLength: 3 }),
      (made, share, isParted, words) => {
        const from = repeated(made)
        const documents = some(share)
        const { ends, at } = readPlaces(
          words.map(word => stored(from, word, isParted)),
          documents,
        )
        expect(ends).toHaveLength(documents.length)
        for (const [i, document] of documents.entries())
          expect([...at.subarray(ends[i - 1] ?? 0, ends[i])]).toEqual(
            words.flatMap(word => placesIn(from[document]!, word)).sort((a, b) => a - b),
          )
      },
    ),
  )
})

test('a phrase is where its words stand one after another, near words where they are not far apart', () => {
  const slots = fc.array(fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 2 }), {
    minLength: 1,
    maxLength: 4,
  })
  fc.assert(
    fc.property(
      texts,
      shares,
      fc.boolean(),
      slots,
      fc.nat(5),
      fc.infiniteStream(fc.nat(100)),
      (made, share, isParted, phrase, distance, numbers) => {
        const from = repeated(made)
        const order = phrase.map((_, i) => ({ i, at: numbers.next().value })).sort((a, b) => a.at - b.at)
        const isAt = (document: number, slot: number, place: number): boolean =>
          phrase[slot]!.some(word => placesIn(from[document]!, word).includes(place))
        const places = Array.from({ length: 14 }, (_, i) => i)
        // A joined word and the one after it stand side by side in each candidate.
        const joined = new Set(phrase.slice(1).flatMap((_, i) => (numbers.next().value < 50 ? [i] : [])))
        const holdsPairs = (document: number): boolean =>
          [...joined].every(slot =>
            places.some(
              i =>
                isAt(document, slot, from[document]!.from + i) &&
                isAt(document, slot + 1, from[document]!.from + i + 1),
            ),
          )
        const candidates = some(share).filter(holdsPairs)
        const words = phrase.map(slot => slot.map(word => stored(from, word, isParted)))
        expect([
          ...phraseDocuments(
            words,
            candidates,
            order.map(({ i }) => i),
            joined,
          ),
        ]).toEqual(
          [...candidates].filter(document =>
            places.some(i =>
              phrase.every((_, slot) => isAt(document, slot, from[document]!.from + i + slot)),
            ),
          ),
        )
        const near = [...candidates].filter(document => {
          const text = from[document]!
          return places.some(i =>
            phrase.every((_, slot) =>
              places.some(j => j >= i && j <= i + distance && isAt(document, slot, text.from + j)),
            ),
          )
        })
        expect([...nearDocuments(words, candidates, distance)]).toEqual(near)
      },
    ),
    { numRuns: 60 },
  )
})
