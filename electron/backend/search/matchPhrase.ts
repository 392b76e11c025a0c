import { isCommon, pairOf } from './commonPairs.ts'
import { type Matches, noMatches, raise } from './matches.ts'
import { room } from './matchRoom.ts'
import { nearDocuments } from './nearDocuments.ts'
import { phraseDocuments } from './phraseDocuments.ts'
import type { PlacedTerm } from './placeTable.ts'
import { documentsOf, type Postings } from './postings.ts'
import type { Worth } from './ranking.ts'
import type { TermEntry } from './segment.ts'
import type { SegmentReader } from './segmentReader.ts'

/** Each slot is any of its terms. */
type Slots = readonly (readonly string[])[]

/** The documents in which the slots stand one after another. */
export function matchPhrase(slots: Slots, segment: SegmentReader, worth: Worth): Matches {
  const entries = entriesOf(slots, segment)
  if (entries === null) return noMatches
  const pairs = commonPairsIn(slots)
  const paired = entriesOf(
    pairs.map(({ terms }) => terms),
    segment,
  )
  if (paired === null) return noMatches
  // Where a pair stands, both of its words do.
  const single = entries.filter((_, slot) => !pairs.some(({ first }) => first === slot || first + 1 === slot))
  const candidates = inAll([...paired, ...single], segment)
  // A phrase that is one pair of common words is wherever the pair is.
  const isDone = slots.length === 1 || (slots.length === 2 && pairs.length === 1)
  const order = entries.map((_, slot) => slot).sort((a, b) => places(entries[a]!) - places(entries[b]!))
  const joined = new Set(pairs.map(({ first }) => first))
  const found = isDone ? candidates : phraseDocuments(placed(entries, segment), candidates, order, joined)
  return withScores(found, entries, segment, worth)
}

/** The documents in which each word stands within `distance` places of the others. */
export function matchNear(words: Slots, distance: number, segment: SegmentReader, worth: Worth): Matches {
  const entries = entriesOf(words, segment)
  if (entries === null) return noMatches
  const found = nearDocuments(placed(entries, segment), inAll(entries, segment), distance)
  return withScores(found, entries, segment, worth)
}

/** What the dictionary has of each slot; null when there is one of which it has nothing. */
function entriesOf(slots: Slots, segment: SegmentReader): TermEntry[][] | null {
  const all: TermEntry[][] = []
  for (const slot of slots) {
    const entries = slot.flatMap(term => segment.find(term) ?? [])
    if (entries.length === 0) return null
    all.push(entries)
  }
  return all
}

const holders = (slot: readonly TermEntry[]): number => slot.reduce((sum, entry) => sum + entry.documents, 0)
const places = (slot: readonly TermEntry[]): number =>
  slot.reduce((sum, entry) => sum + entry.positionsLength, 0)

/** The documents that hold something of each slot: of the rarest slot, those that hold the others as well. */
function inAll(slots: readonly TermEntry[][], segment: SegmentReader): Uint16Array {
  const [rarest, ...others] = slots.toSorted((a, b) => holders(a) - holders(b))
  let found = inAny(rarest!.map(entry => segment.postings(entry)))
  for (const slot of others) {
    if (found.length === 0) break
    const { documents, scores } = room(found.length)
    scores.fill(0)
    for (const entry of slot) raise(scores, found, { postings: segment.postings(entry), step: 1 })
    let count = 0
    for (let i = 0; i < found.length; i++) {
      documents[count] = found[i]!
      count += Number(scores[i]! > 0)
    }
    found = documents.subarray(0, count)
  }
  return found
}

function inAny(terms: readonly Postings[]): Uint16Array {
  if (terms.length === 1) return documentsOf(terms[0]!)
  return Uint16Array.from(new Set(terms.flatMap(postings => [...documentsOf(postings)]))).sort()
}

const placed = (slots: readonly TermEntry[][], segment: SegmentReader): PlacedTerm[][] =>
  slots.map(slot =>
    slot.map(entry => ({
      postings: segment.postings(entry),
      blocks: segment.positionBlocks(entry),
      // A place takes a byte or two.
      placesEach: entry.positionsLength / entry.documents,
    })),
  )

/** Of each slot the best of its terms counts; of the slots, all. */
function withScores(
  documents: Uint16Array,
  slots: readonly TermEntry[][],
  segment: SegmentReader,
  worth: Worth,
): Matches {
  const scores = new Float32Array(documents.length)
  for (const slot of slots) {
    const best = new Float32Array(documents.length)
    for (const entry of slot)
      raise(best, documents, { postings: segment.postings(entry), step: worth(entry.term) / 255 })
    for (let i = 0; i < scores.length; i++) scores[i]! += best[i]!
  }
  return { kind: 'scored', documents, scores }
}

/** The pairs of common words that a phrase holds, by their first slot; of a slot with several terms, any. */
function commonPairsIn(slots: Slots): { first: number; terms: string[] }[] {
  return slots.slice(1).flatMap((slot, first) => {
    const before = slots[first]!
    if (![...before, ...slot].every(isCommon)) return []
    return [{ first, terms: before.flatMap(one => slot.map(other => pairOf(one, other))) }]
  })
}
