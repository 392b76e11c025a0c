import { isCommon, pairOf } from './commonPairs.ts'
import { type Matches, noMatches } from './matches.ts'
import { nearStanding, phraseStanding, placesOf, type Standing } from './places.ts'
import { documentsOf, firstNotBefore, type Postings } from './postings.ts'
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
  const found = isDone ? candidates : standing(candidates, entries, segment, phraseStanding(order))
  return scored(found, entries, segment, worth)
}

/** The documents in which each word stands within `distance` places of the others. */
export function matchNear(words: Slots, distance: number, segment: SegmentReader, worth: Worth): Matches {
  const entries = entriesOf(words, segment)
  if (entries === null) return noMatches
  const found = standing(inAll(entries, segment), entries, segment, nearStanding(distance))
  return scored(found, entries, segment, worth)
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
    const impacts = new Float32Array(found.length)
    for (const entry of slot) raise(impacts, found, segment.postings(entry), 1)
    found = found.filter((_, i) => impacts[i]! > 0)
  }
  return found
}

function inAny(terms: readonly Postings[]): Uint16Array {
  if (terms.length === 1) return documentsOf(terms[0]!)
  return Uint16Array.from(new Set(terms.flatMap(postings => [...documentsOf(postings)]))).sort()
}

function standing(
  candidates: Uint16Array,
  slots: readonly TermEntry[][],
  segment: SegmentReader,
  isIt: Standing,
): Uint16Array {
  if (candidates.length === 0) return candidates
  const readers = slots.map(slot =>
    slot.map(entry => placesOf(segment.postings(entry), segment.positionBlocks(entry))),
  )
  return candidates.filter(document => isIt(readers, document))
}

/** Of each slot the best of its terms counts; of the slots, all. */
function scored(
  documents: Uint16Array,
  slots: readonly TermEntry[][],
  segment: SegmentReader,
  worth: Worth,
): Matches {
  const scores = new Float32Array(documents.length)
  for (const slot of slots) {
    const best = new Float32Array(documents.length)
    for (const entry of slot) raise(best, documents, segment.postings(entry), worth(entry.term) / 255)
    for (let i = 0; i < scores.length; i++) scores[i]! += best[i]!
  }
  return { documents, scores }
}

/** Raises the scores of some documents, ascending, to what a term is worth in them. */
function raise(scores: Float32Array, documents: Uint16Array, postings: Postings, step: number): void {
  const { impacts } = postings
  if (postings.kind === 'row') {
    for (let i = 0; i < scores.length; i++) scores[i] = Math.max(scores[i]!, impacts[documents[i]!]! * step)
    return
  }
  const among = postings.documents
  for (let i = 0, at = 0; i < scores.length && at < among.length; i++) {
    const document = documents[i]!
    at = firstNotBefore(among, document, at)
    if (among[at] === document) scores[i] = Math.max(scores[i]!, impacts[at]! * step)
  }
}

/** The pairs of common words that a phrase holds, by their first slot; of a slot with several terms, any. */
function commonPairsIn(slots: Slots): { first: number; terms: string[] }[] {
  return slots.slice(1).flatMap((slot, first) => {
    const before = slots[first]!
    if (![...before, ...slot].every(isCommon)) return []
    return [{ first, terms: before.flatMap(one => slot.map(other => pairOf(one, other))) }]
  })
}
