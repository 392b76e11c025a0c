import { type Cursor, readNumber } from './bytes.ts'

/** Terms of one block of a dictionary that begin alike: their postings follow on each other. */
export interface BegunTerms {
  /** Where the postings of the first begin and those of the last end. */
  from: number
  to: number
  /** Of each term in how many documents it stands, and how long its postings are. */
  terms: { documents: number; length: number }[]
}

/**
 * The terms of a block, so many, that begin with some bytes and not with those of `but`. It makes no strings: a beginning of one
 * letter has thousands of terms.
 */
export function begunTerms(cursor: Cursor, left: number, prefix: Uint8Array, but: Uint8Array): BegunTerms {
  const { data } = cursor
  const found: BegunTerms = { from: 0, to: 0, terms: [] }
  const head = new Uint8Array(Math.max(prefix.length, but.length))
  let at = 0
  for (let i = 0; i < left; i++) {
    const shared = readNumber(cursor)
    const own = readNumber(cursor)
    for (let j = shared; j < head.length; j++) head[j] = j < shared + own ? data[cursor.at + j - shared]! : 0
    cursor.at += own
    if (i === 0) {
      at = readNumber(cursor)
      readNumber(cursor)
    }
    const documents = readNumber(cursor)
    const length = readNumber(cursor)
    readNumber(cursor)
    if (begins(head, prefix)) {
      if (found.terms.length === 0) found.from = at
      // What is left out keeps its place, for the others are told by theirs.
      found.terms.push({ documents: begins(head, but) ? 0 : documents, length })
      found.to = at + length
    }
    at += length
  }
  return found
}

function begins(head: Uint8Array, prefix: Uint8Array): boolean {
  for (let i = 0; i < prefix.length; i++) if (head[i] !== prefix[i]) return false
  return true
}
