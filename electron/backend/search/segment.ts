import { type Cursor, readNumber } from './bytes.ts'
import { termDecoder } from './termBytes.ts'

/**
 * A segment is a part of the index that is never changed: all that is known of some documents. Document numbers count
 * from 0 within it. It has five streams of bytes:
 *
 *   documents    the key of each document (Uint32, ascending), then its day (Int32, days since 1970; `noDay` when unknown)
 *   postings     for each term: which documents hold it, and what it is worth in each
 *   positions    for each term that has them: where it stands in each of these documents; first how many bytes that takes, so that
 *                it can be passed over, then each place as what it is further on than the one before
 *   dictionary   the terms in order, in blocks, each with the place of its postings and positions
 *   blocks       the first term of each block, and where the block begins
 */
export const streams = ['documents', 'postings', 'positions', 'dictionary', 'blocks'] as const
export type Stream = (typeof streams)[number]

export const noDay = -0x8000_0000
/** Documents in one segment at the most; their numbers are 16-bit. */
export const mostDocuments = 32_768
/** In bytes: the size of the pieces in which streams are stored and read. */
export const pageSize = 32 * 1024
/** Terms in one block of the dictionary. */
export const blockTerms = 64

/** What the dictionary says of a term; places are offsets in the streams of postings and positions. */
export interface TermEntry {
  term: string
  /** In how many documents it stands. */
  documents: number
  postingsFrom: number
  postingsLength: number
  positionsFrom: number
  /** 0 when there are none. */
  positionsLength: number
}

/** Reads the entries of one block of a dictionary: terms share their beginnings with the one before. */
export function entryReader(cursor: Cursor): () => TermEntry {
  const terms = termDecoder()
  let postingsFrom = 0
  let positionsFrom = 0
  let isFirst = true
  return () => {
    const shared = readNumber(cursor)
    const own = readNumber(cursor)
    const term = terms.next(shared, cursor.data, cursor.at, cursor.at + own)
    cursor.at += own
    if (isFirst) {
      postingsFrom = readNumber(cursor)
      positionsFrom = readNumber(cursor)
      isFirst = false
    }
    const documents = readNumber(cursor)
    const postingsLength = readNumber(cursor)
    const positionsLength = readNumber(cursor)
    const entry = { term, documents, postingsFrom, postingsLength, positionsFrom, positionsLength }
    postingsFrom += postingsLength
    positionsFrom += positionsLength
    return entry
  }
}
