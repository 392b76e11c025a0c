import type { ByteSink } from './bytes.ts'

/**
 * The documents that hold a term and what it is worth in each (its impact, 1 to 255). A term of few documents is a list:
 * their numbers, 16 bits each and ascending, then the impacts. One of many is a row: an impact for each document of the
 * segment, 0 where it does not stand.
 */
export type Postings =
  | { kind: 'list'; documents: Uint16Array; impacts: Uint8Array }
  | { kind: 'row'; impacts: Uint8Array; count: number }

const isList = 0
const isRow = 1

/** Writes the postings of one term: documents ascending, of `all` in the segment. */
export function writePostings(
  sink: ByteSink,
  documents: ArrayLike<number>,
  impacts: ArrayLike<number>,
  all: number,
): void {
  const count = documents.length
  if (count * 3 > all + 1) {
    const row = new Uint8Array(1 + all)
    row[0] = isRow
    for (let i = 0; i < count; i++) row[1 + documents[i]!] = impacts[i]!
    sink.bytes(row)
    return
  }
  sink.byte(isList)
  for (let i = 0; i < count; i++) {
    sink.byte(documents[i]! & 0xff)
    sink.byte(documents[i]! >>> 8)
  }
  for (let i = 0; i < count; i++) sink.byte(impacts[i]!)
}

/** `bytes` are those of one term; `count` is in how many documents it stands. */
export function decodePostings(bytes: Uint8Array, count: number): Postings {
  if (bytes[0] === isRow) return { kind: 'row', impacts: bytes.subarray(1), count }
  const documents = new Uint16Array(bytes.slice(1, 1 + count * 2).buffer)
  return { kind: 'list', documents, impacts: bytes.subarray(1 + count * 2, 1 + count * 3) }
}

/** The same from the bytes as they are stored, without a copy of them. */
export function eachStoredPosting(
  bytes: Uint8Array,
  count: number,
  visit: (document: number, impact: number) => void,
): void {
  if (bytes[0] === isRow) {
    for (let i = 1; i < bytes.length; i++) if (bytes[i]! > 0) visit(i - 1, bytes[i]!)
    return
  }
  const impactsAt = 1 + count * 2
  for (let i = 0; i < count; i++) visit(bytes[1 + i * 2]! | (bytes[2 + i * 2]! << 8), bytes[impactsAt + i]!)
}

/** Calls `visit` with each document and its impact, ascending. */
export function eachPosting(postings: Postings, visit: (document: number, impact: number) => void): void {
  const { impacts } = postings
  if (postings.kind === 'list') {
    const { documents } = postings
    for (let i = 0; i < documents.length; i++) visit(documents[i]!, impacts[i]!)
  } else for (let i = 0; i < impacts.length; i++) if (impacts[i]! > 0) visit(i, impacts[i]!)
}

/** The documents that hold the term, ascending. */
export function documentsOf(postings: Postings): Uint16Array {
  if (postings.kind === 'list') return postings.documents
  const { impacts } = postings
  const documents = new Uint16Array(postings.count + 1)
  let count = 0
  for (let i = 0; i < impacts.length; i++) {
    // Written over by the next where the term does not stand: a branch would be guessed wrong for every other document.
    documents[count] = i
    count += (impacts[i]! + 255) >> 8
  }
  return documents.subarray(0, count)
}

/** By steps that double, then by halves: the place of the first that does not come before. */
export function firstNotBefore(documents: Uint16Array, document: number, from: number): number {
  let step = 1
  let low = from
  let high = from
  while (high < documents.length && documents[high]! < document) {
    low = high + 1
    high += step
    step *= 2
  }
  high = Math.min(high, documents.length)
  while (low < high) {
    const middle = (low + high) >> 1
    if (documents[middle]! < document) low = middle + 1
    else high = middle
  }
  return low
}
