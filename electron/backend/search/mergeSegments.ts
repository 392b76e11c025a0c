import { type ByteSink, byteSink, type Cursor, readNumber } from './bytes.ts'
import { gatherBeginnings } from './gatherBeginnings.ts'
import { eachStoredPosting, writePostings } from './postings.ts'
import type { TermEntry } from './segment.ts'
import type { SegmentReader } from './segmentReader.ts'
import { firstBeginning, formTerm, isWord } from './terms.ts'
import { type Append, writeSegment } from './writeSegment.ts'

/** A segment that is to be merged, and which of its documents are gone. */
export interface MergedInput {
  reader: SegmentReader
  isDead(document: number): boolean
}

/** What a merge made. */
export interface MergedSegment {
  documents: number
  terms: number
}

/** So much is merged between two pauses: terms, and the documents that hold them. */
const stepsAtOnce = 8000

/**
 * Makes one segment of several, without the documents that are gone. Their keys need not follow on each other: they are
 * put in order. Pauses (yields) often, so that whoever runs it can do other things in between.
 */
export function* mergeSegments(
  inputs: readonly MergedInput[],
  append: Append,
): Generator<void, MergedSegment> {
  const { keys, days, numbers, isInOrder } = mergedDocuments(inputs)
  const writer = writeSegment(keys, days, append)
  const waiting = inputs.map(({ reader }) => ({ entries: reader.all(), entry: null as TermEntry | null }))
  for (const each of waiting) each.entry = next(each.entries)
  const positions = byteSink(1 << 12)
  const postings = byteSink(1 << 12)
  const all = keys.length
  const beginnings = gatherBeginnings(all)
  const found: Joined = { documents: new Uint16Array(all), impacts: new Uint8Array(all), count: 0 }
  let steps = 0
  for (;;) {
    let term: string | null = null
    for (const { entry } of waiting) if (entry && (term === null || entry.term < term)) term = entry.term
    if (term === null || term >= firstBeginning) break
    const holders: Holder[] = []
    for (const [i, each] of waiting.entries()) {
      if (each.entry?.term !== term) continue
      holders.push({ input: inputs[i]!, entry: each.entry, numbers: numbers[i]! })
      each.entry = next(each.entries)
    }
    if (isForm(term)) {
      const [{ input, entry }] = holders as [Holder]
      const bytes = input.reader.postingBytes(entry)
      append('postings', bytes)
      writer.add(term, 0, bytes.length, 0)
      steps += 50
    } else {
      positions.clear()
      postings.clear()
      found.count = 0
      if (isInOrder)
        for (const holder of holders) {
          join(holder, positions, found)
          steps += holder.entry.documents
          if (steps < stepsAtOnce) continue
          steps = 0
          yield
        }
      else sort(holders, positions, found)
      const { documents, impacts, count } = found
      steps += 50 + (isInOrder ? count : 2 * count)
      if (count > 0) {
        if (isWord(term)) beginnings.add(term, documents, impacts, count)
        writePostings(postings, documents.subarray(0, count), impacts, all)
        append('postings', postings.written())
        append('positions', positions.written())
        writer.add(term, count, postings.length, positions.length)
      }
    }
    if (steps < stepsAtOnce) continue
    steps = 0
    yield
  }
  yield* beginnings.write(writer, append)
  return { documents: keys.length, terms: writer.end() }
}

/** A segment that holds a term, and the new numbers of its documents. */
interface Holder {
  input: MergedInput
  entry: TermEntry
  numbers: Int32Array
}

/** The postings of one term, the first so many of each array; used again for the next. */
interface Joined {
  documents: Uint16Array
  impacts: Uint8Array
  count: number
}

/** Adds one segment's postings of a term to those of the segments before it: what is gone is left out, nothing is moved. */
function join({ input, entry, numbers }: Holder, positions: ByteSink, into: Joined): void {
  const data = input.reader.positionBytes(entry)
  const isWhole = numbers[0]! >= 0 && numbers.at(-1)! - numbers[0]! === numbers.length - 1
  const cursor = { data, at: 0 }
  eachStoredPosting(input.reader.postingBytes(entry), entry.documents, (old, impact) => {
    const from = cursor.at
    if (!isWhole && data.length > 0) passPlaces(cursor)
    const document = numbers[old]!
    if (document < 0) return
    into.documents[into.count] = document
    into.impacts[into.count++] = impact
    if (!isWhole) positions.bytes(data.subarray(from, cursor.at))
  })
  if (isWhole) positions.bytes(data)
}

/** The postings of a term, of segments whose documents lie among each other. */
function sort(holders: readonly Holder[], positions: ByteSink, into: Joined): void {
  const posted: { document: number; impact: number; places: Uint8Array }[] = []
  for (const { input, entry, numbers } of holders) {
    const data = input.reader.positionBytes(entry)
    const cursor = { data, at: 0 }
    eachStoredPosting(input.reader.postingBytes(entry), entry.documents, (old, impact) => {
      const from = cursor.at
      if (data.length > 0) passPlaces(cursor)
      const document = numbers[old]!
      if (document >= 0) posted.push({ document, impact, places: data.subarray(from, cursor.at) })
    })
  }
  posted.sort((a, b) => a.document - b.document)
  for (const { document, impact, places } of posted) {
    into.documents[into.count] = document
    into.impacts[into.count++] = impact
    positions.bytes(places)
  }
}

/** Goes past the places in one document. */
function passPlaces(cursor: Cursor): void {
  const length = readNumber(cursor)
  cursor.at += length
}

const isForm = (term: string): boolean => term.startsWith(formTerm(''))

const next = (entries: Generator<TermEntry>): TermEntry | null => entries.next().value ?? null

/** The living documents of all, in the order of their keys, and the new number of each old one (-1 when it is gone). */
function mergedDocuments(inputs: readonly MergedInput[]): {
  keys: Uint32Array
  days: Int32Array
  numbers: Int32Array[]
  /** Whether the documents of each input come after all of those before it. */
  isInOrder: boolean
} {
  const all = inputs.reduce((sum, { reader }) => sum + reader.documents, 0)
  const keys = new Uint32Array(all)
  const days = new Int32Array(all)
  const numbers = inputs.map(({ reader }) => new Int32Array(reader.documents).fill(-1))
  let count = 0
  let isInOrder = true
  for (const [i, { reader, isDead }] of inputs.entries())
    for (let document = 0; document < reader.documents; document++) {
      if (isDead(document)) continue
      keys[count] = reader.keys[document]!
      days[count] = reader.days[document]!
      if (count > 0 && keys[count]! <= keys[count - 1]!) isInOrder = false
      numbers[i]![document] = count++
    }
  if (isInOrder) return { keys: keys.subarray(0, count), days: days.subarray(0, count), numbers, isInOrder }
  const order = Array.from({ length: count }, (_, place) => place).sort((a, b) => keys[a]! - keys[b]!)
  const placeOf = new Int32Array(count)
  for (const [place, before] of order.entries()) placeOf[before] = place
  for (const own of numbers)
    for (let document = 0; document < own.length; document++)
      if (own[document]! >= 0) own[document] = placeOf[own[document]!]!
  return {
    keys: Uint32Array.from(order, before => keys[before]!),
    days: Int32Array.from(order, before => days[before]!),
    numbers,
    isInOrder,
  }
}
