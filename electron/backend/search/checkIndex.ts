import type { Database } from '../database/openDatabase.ts'
import { buildSegment } from './buildSegment.ts'
import { readNumber } from './bytes.ts'
import { allKeys, readDocument } from './documents.ts'
import { openIndex } from './openIndex.ts'
import { eachPosting } from './postings.ts'
import { openSegment, type SegmentReader } from './segmentReader.ts'
import { isSet } from './segmentStore.ts'
import { firstBeginning, formTerm } from './terms.ts'

/** So many documents are compared between two pauses. */
const documentsAtOnce = 64

/**
 * Compares the index with what it indexes, term by term: every word of every document, what it is worth and where it
 * stands. Gives the keys of the documents of which the two say different things. Pauses (yields) often.
 */
export function* checkIndex(db: Database): Generator<void, number[]> {
  const indexed = new Map<number, number>()
  const doubled = new Set<number>()
  for (const live of openIndex(db).segments()) {
    const sums = yield* sumsOf(live.reader, document => isSet(live.dead, document))
    for (const [key, sum] of sums) {
      if (indexed.has(key)) doubled.add(key)
      indexed.set(key, sum)
    }
  }
  const differing = new Set(doubled)
  const keys = allKeys(db).sort((a, b) => a - b)
  for (let from = 0; from < keys.length; from += documentsAtOnce) {
    const documents = keys.slice(from, from + documentsAtOnce).flatMap(key => readDocument(db, key) ?? [])
    const { documents: count, terms, bytes } = buildSegment(documents)
    const size = { documents: count, terms, dictionary: bytes.dictionary.length, blocks: bytes.blocks.length }
    const fresh = openSegment(size, (stream, start, end) => bytes[stream].subarray(start, end))
    for (const [key, sum] of yield* sumsOf(fresh, () => false)) {
      if (indexed.get(key) !== sum) differing.add(key)
      indexed.delete(key)
    }
  }
  for (const key of indexed.keys()) differing.add(key)
  return [...differing].sort((a, b) => a - b)
}

/** For each document a number made from all that a segment says of it. */
function* sumsOf(
  segment: SegmentReader,
  isDead: (document: number) => boolean,
): Generator<void, Map<number, number>> {
  const sums = new Uint32Array(segment.documents)
  const firstForm = formTerm('')
  let steps = 0
  for (const entry of segment.all()) {
    steps += 50 + entry.documents
    if (steps > 20_000) {
      steps = 0
      yield
    }
    // Forms and beginnings follow from the terms.
    if (entry.term.startsWith(firstForm) || entry.term >= firstBeginning) continue
    const name = hashOf(entry.term)
    const positions = { data: segment.positionBytes(entry), at: 0 }
    eachPosting(segment.postings(entry), (document, impact) => {
      let hash = Math.imul(name ^ impact, 0x85ebca6b)
      if (positions.data.length > 0)
        for (let end = readNumber(positions) + positions.at; positions.at < end; )
          hash = Math.imul(hash ^ readNumber(positions), 0x01000193)
      sums[document] = (sums[document]! + mixed(hash)) >>> 0
    })
  }
  const found = new Map<number, number>()
  for (let document = 0; document < segment.documents; document++)
    if (!isDead(document))
      found.set(
        segment.keys[document]!,
        (sums[document]! ^ Math.imul(segment.days[document]!, 0x9e3779b1)) >>> 0,
      )
  return found
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}

function mixed(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
