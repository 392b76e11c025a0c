import type { BuiltSegment } from './builtSegment.ts'
import { type ByteSink, byteSink, lengthOf } from './bytes.ts'
import { type GatheredTerms, gatherTerms } from './gatherTerms.ts'
import type { IntColumn } from './intColumn.ts'
import { writePostings } from './postings.ts'
import { noDay, type Stream, streams } from './segment.ts'
import { type SegmentWriter, writeSegment } from './writeSegment.ts'

/** A document as it is to be indexed. */
export interface IndexedDocument {
  /** Its key, greater than the one before. */
  key: number
  /** As YYYY-MM-DD. */
  day: string | null
  title: string
  byline: string | null
  publisher: string | null
  text: string
  /** The stretches of the text that are page furniture, in UTF-16 code units, ascending. */
  furniture: readonly { start: number; end: number }[]
}

/** Makes a segment of some documents, few enough to be held in memory. */
export function buildSegment(documents: readonly IndexedDocument[]): BuiltSegment {
  const sinks = Object.fromEntries(streams.map(stream => [stream, byteSink(1 << 14)])) as Sinks
  const writer = writeSegment(
    Uint32Array.from(documents, ({ key }) => key),
    Int32Array.from(documents, ({ day }) => dayNumber(day)),
    (stream, bytes) => sinks[stream].bytes(bytes),
  )
  writeTerms(gatherTerms(documents), documents.length, writer, sinks)
  const count = writer.end()
  const bytes = Object.fromEntries(
    streams.map(stream => [stream, sinks[stream].written().slice()]),
  ) as BuiltSegment['bytes']
  return { documents: documents.length, terms: count, bytes }
}

/** A day as days since 1970, or `noDay`. */
export const dayNumber = (day: string | null): number =>
  day === null ? noDay : Math.floor(Date.parse(day) / 86_400_000)

type Sinks = Record<Stream, ByteSink>

function writeTerms(
  { nameOf, order, leadsTo, postings, places }: GatheredTerms,
  documents: number,
  writer: SegmentWriter,
  into: Sinks,
): void {
  const byTerm = grouped(postings.term, leadsTo.length)
  const placesByTerm = grouped(places.term, leadsTo.length)
  const holders = new Uint16Array(documents)
  const impacts = new Uint8Array(documents)
  for (let i = 0; i < order.length; i++) {
    const term = order.data[i]!
    const postingsAt = into.postings.length
    const positionsAt = into.positions.length
    let count = 0
    if (leadsTo.data[term]! >= 0) into.postings.text(nameOf(leadsTo.data[term]!))
    else {
      let place = placesByTerm.from[term]!
      for (let j = byTerm.from[term]!; j < byTerm.from[term + 1]!; j++) {
        const posting = byTerm.order[j]!
        holders[count] = postings.document.data[posting]!
        impacts[count++] = postings.impact.data[posting]!
        const standsAt = postings.places.data[posting]!
        if (standsAt === 0) continue
        const end = place + standsAt
        let length = 0
        for (let i = place, last = 0; i < end; i++) {
          const at = places.place.data[placesByTerm.order[i]!]!
          length += lengthOf(at - last)
          last = at
        }
        into.positions.number(length)
        for (let last = 0; place < end; place++) {
          const at = places.place.data[placesByTerm.order[place]!]!
          into.positions.number(at - last)
          last = at
        }
      }
      writePostings(into.postings, holders.subarray(0, count), impacts, documents)
    }
    writer.add(nameOf(term), count, into.postings.length - postingsAt, into.positions.length - positionsAt)
  }
}

/** The places of a column of terms, those of each term together and in order: `from` says where each begins. */
function grouped({ data, length }: IntColumn, terms: number): { from: Int32Array; order: Int32Array } {
  const from = new Int32Array(terms + 1)
  for (let i = 0; i < length; i++) from[data[i]! + 1]!++
  for (let term = 0; term < terms; term++) from[term + 1]! += from[term]!
  const next = from.slice()
  const order = new Int32Array(length)
  for (let i = 0; i < length; i++) order[next[data[i]!]!++] = i
  return { from, order }
}
