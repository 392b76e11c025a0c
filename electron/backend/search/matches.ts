import { filled, room } from './matchRoom.ts'
import { firstNotBefore, type Postings } from './postings.ts'

/**
 * Documents of a segment that match, ascending, and the score of each: told one by one, or as those that hold any of some
 * terms. The latter is not written out before it must be, for a common word stands in nearly all of them.
 */
export type Matches = ScoredMatches | TermMatches

export interface ScoredMatches {
  kind: 'scored'
  documents: Uint16Array
  scores: Float32Array
}

/** A document's score is that of the best of its terms. */
export interface TermMatches {
  kind: 'terms'
  terms: readonly WeighedTerm[]
  /** How many documents the segment has. */
  all: number
}

/** A term in a segment; each impact is worth `step`, more than 0. */
export interface WeighedTerm {
  postings: Postings
  step: number
}

export const noMatches: ScoredMatches = {
  kind: 'scored',
  documents: new Uint16Array(0),
  scores: new Float32Array(0),
}

/** Every document of a segment, with no score. */
export function everything(all: number): ScoredMatches {
  const { documents, scores } = room(all)
  for (let document = 0; document < all; document++) documents[document] = document
  scores.fill(0)
  return filled({ documents, scores }, all)
}

/** In so many documents it matches at the most. */
export const mostOf = (matches: Matches): number =>
  matches.kind === 'scored'
    ? matches.documents.length
    : matches.terms.reduce((sum, { postings }) => sum + holdersOf(postings), 0)

const holdersOf = (postings: Postings): number =>
  postings.kind === 'row' ? postings.count : postings.documents.length

/** The impacts of all documents and what they are worth, when matches are those of one term that many of them hold. */
export function rowOf(matches: Matches): { impacts: Uint8Array; count: number; step: number } | null {
  if (matches.kind === 'scored' || matches.terms.length !== 1) return null
  const [{ postings, step }] = matches.terms as [WeighedTerm]
  return postings.kind === 'row' ? { impacts: postings.impacts, count: postings.count, step } : null
}

/** The same matches, one by one. */
export function scored(matches: Matches): ScoredMatches {
  if (matches.kind === 'scored') return matches
  const [only, ...others] = matches.terms
  return others.length === 0 && only?.postings.kind === 'list'
    ? scoredList(only.postings, only.step)
    : gathered(spread(matches))
}

function scoredList(
  { documents, impacts }: Extract<Postings, { kind: 'list' }>,
  step: number,
): ScoredMatches {
  const { scores } = room(impacts.length)
  const worth = worthOf(step)
  for (let i = 0; i < impacts.length; i++) scores[i] = worth[impacts[i]!]!
  return { kind: 'scored', documents, scores }
}

/** The score of each document of a segment, 0 where none of the terms stands. */
export function spread({ terms, all }: TermMatches): Float32Array {
  const { scores } = room(all)
  const bits = bitsOf(scores)
  const [first, ...others] = terms.toSorted((a, b) => holdersOf(b.postings) - holdersOf(a.postings))
  if (first?.postings.kind === 'row') {
    const { impacts } = first.postings
    const worth = worthOf(first.step)
    for (let i = 0; i < all; i++) scores[i] = worth[impacts[i]!]!
  } else {
    scores.fill(0)
    if (first) others.unshift(first)
  }
  for (const { postings, step } of others) {
    const { impacts } = postings
    const worth = bitsOf(worthOf(step))
    if (postings.kind === 'row')
      for (let i = 0; i < all; i++) bits[i] = greater(bits[i]!, worth[impacts[i]!]!)
    else {
      const { documents } = postings
      for (let i = 0; i < documents.length; i++) {
        const document = documents[i]!
        bits[document] = greater(bits[document]!, worth[impacts[i]!]!)
      }
    }
  }
  return scores
}

/** The documents that have a score. */
export function gathered(from: Float32Array): ScoredMatches {
  const { documents, scores } = room(from.length)
  let count = 0
  for (let i = 0; i < from.length; i++) {
    const score = from[i]!
    documents[count] = i
    scores[count] = score
    // Written over by the next where there is none. A branch takes four times as long: it is guessed wrong for every other document.
    count += Number(score > 0)
  }
  return filled({ documents, scores }, count)
}

/** Raises the scores of some documents, ascending, to what a term is worth in them. */
export function raise(scores: Float32Array, documents: Uint16Array, { postings, step }: WeighedTerm): void {
  const { impacts } = postings
  const bits = bitsOf(scores)
  const worth = bitsOf(worthOf(step))
  if (postings.kind === 'row') {
    for (let i = 0; i < documents.length; i++) bits[i] = greater(bits[i]!, worth[impacts[documents[i]!]!]!)
    return
  }
  const among = postings.documents
  for (let i = 0, at = 0; i < documents.length && at < among.length; i++) {
    const document = documents[i]!
    at = firstNotBefore(among, document, at)
    if (among[at] === document) bits[i] = greater(bits[i]!, worth[impacts[at]!]!)
  }
}

const worths = new Float32Array(256)

/** What each impact is worth. The next call writes over it. */
function worthOf(step: number): Float32Array {
  for (let impact = 0; impact < 256; impact++) worths[impact] = impact * step
  return worths
}

const bitsOf = (scores: Float32Array): Int32Array =>
  new Int32Array(scores.buffer, scores.byteOffset, scores.length)

/** The greater of two positive scores, by their bits, which have the same order: without a branch, in a tenth of the time of `Math.max`. */
function greater(one: number, other: number): number {
  const less = (one - other) | 0
  return one - (less & (less >> 31))
}
