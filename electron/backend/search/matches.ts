import { firstNotBefore, type Postings } from './postings.ts'

/** Documents of a segment that match, ascending, and the score of each. */
export interface Matches {
  documents: Uint16Array
  scores: Float32Array
}

export const noMatches: Matches = { documents: new Uint16Array(0), scores: new Float32Array(0) }

/** The documents of a term, each scored by its impact times `worth`. */
export function matchesOf(postings: Postings, worth: number): Matches {
  const { impacts } = postings
  const step = worth / 255
  if (postings.kind === 'list') {
    const scores = new Float32Array(impacts.length)
    for (let i = 0; i < scores.length; i++) scores[i] = impacts[i]! * step
    return { documents: postings.documents, scores }
  }
  const documents = new Uint16Array(postings.count)
  const scores = new Float32Array(postings.count)
  let count = 0
  for (let i = 0; i < impacts.length; i++) {
    const impact = impacts[i]!
    if (impact === 0) continue
    documents[count] = i
    scores[count++] = impact * step
  }
  return { documents, scores }
}

/** Those in both; scores are added. */
export function intersect(one: Matches, other: Matches): Matches {
  const [small, large] = one.documents.length <= other.documents.length ? [one, other] : [other, one]
  const documents = new Uint16Array(small.documents.length)
  const scores = new Float32Array(small.documents.length)
  const among = large.documents
  let count = 0
  let at = 0
  const isMuchLarger = among.length > small.documents.length * 16
  for (let i = 0; i < small.documents.length && at < among.length; i++) {
    const document = small.documents[i]!
    if (isMuchLarger) at = firstNotBefore(among, document, at)
    else while (at < among.length && among[at]! < document) at++
    if (among[at] !== document) continue
    documents[count] = document
    scores[count++] = small.scores[i]! + large.scores[at]!
  }
  return cut(documents, scores, count)
}

/** Those in either; the score is `combine`d where it is in both. */
export function unite(one: Matches, other: Matches, combine: (a: number, b: number) => number): Matches {
  if (one.documents.length === 0) return other
  if (other.documents.length === 0) return one
  const documents = new Uint16Array(one.documents.length + other.documents.length)
  const scores = new Float32Array(documents.length)
  let i = 0
  let j = 0
  let count = 0
  while (i < one.documents.length || j < other.documents.length) {
    const a = one.documents[i] ?? 0x1_0000
    const b = other.documents[j] ?? 0x1_0000
    if (a === b) {
      documents[count] = a
      scores[count++] = combine(one.scores[i++]!, other.scores[j++]!)
    } else if (a < b) {
      documents[count] = a
      scores[count++] = one.scores[i++]!
    } else {
      documents[count] = b
      scores[count++] = other.scores[j++]!
    }
  }
  return cut(documents, scores, count)
}

/** The larger score counts: alternatives for one word. */
export const uniteBest = (one: Matches, other: Matches): Matches => unite(one, other, Math.max)
/** Both scores count. */
export const uniteAll = (one: Matches, other: Matches): Matches => unite(one, other, (a, b) => a + b)

/** Those that are not in the other. */
export function without(one: Matches, other: Matches): Matches {
  const documents = new Uint16Array(one.documents.length)
  const scores = new Float32Array(one.documents.length)
  let count = 0
  let at = 0
  for (let i = 0; i < one.documents.length; i++) {
    const document = one.documents[i]!
    while (at < other.documents.length && other.documents[at]! < document) at++
    if (other.documents[at] === document) continue
    documents[count] = document
    scores[count++] = one.scores[i]!
  }
  return cut(documents, scores, count)
}

/** Every document of a segment, with no score. */
export function everything(documents: number): Matches {
  return {
    documents: Uint16Array.from({ length: documents }, (_, i) => i),
    scores: new Float32Array(documents),
  }
}

const cut = (documents: Uint16Array, scores: Float32Array, count: number): Matches => ({
  documents: documents.subarray(0, count),
  scores: scores.subarray(0, count),
})
