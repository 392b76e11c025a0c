import {
  gathered,
  type Matches,
  mostOf,
  raise,
  rowOf,
  type ScoredMatches,
  scored,
  spread,
  type TermMatches,
} from './matches.ts'
import { filled, room } from './matchRoom.ts'
import { firstNotBefore } from './postings.ts'

/** Those in both; scores are added. */
export function intersect(one: Matches, other: Matches): Matches {
  const [few, many] = mostOf(one) <= mostOf(other) ? [one, other] : [other, one]
  const [row, otherRow] = [rowOf(few), rowOf(many)]
  if (row && otherRow) return inBothRows(row, otherRow)
  return many.kind === 'terms' ? inTerms(scored(few), many) : inBothLists(scored(few), many)
}

type Row = NonNullable<ReturnType<typeof rowOf>>

function inBothRows(one: Row, other: Row): Matches {
  const [a, b] = [one.impacts, other.impacts]
  const { documents, scores } = room(a.length)
  let count = 0
  for (let i = 0; i < a.length; i++) {
    const inOne = a[i]!
    const inOther = b[i]!
    documents[count] = i
    scores[count] = inOne * one.step + inOther * other.step
    count += ((inOne + 255) >> 8) & ((inOther + 255) >> 8)
  }
  return filled({ documents, scores }, count)
}

function inTerms(few: ScoredMatches, { terms }: TermMatches): Matches {
  const { documents, scores } = room(few.documents.length)
  const best = room(few.documents.length).scores.fill(0)
  for (const term of terms) raise(best, few.documents, term)
  let count = 0
  for (let i = 0; i < best.length; i++) {
    documents[count] = few.documents[i]!
    scores[count] = few.scores[i]! + best[i]!
    count += Number(best[i]! > 0)
  }
  return filled({ documents, scores }, count)
}

function inBothLists(few: ScoredMatches, many: ScoredMatches): Matches {
  const { documents, scores } = room(few.documents.length)
  const among = many.documents
  let count = 0
  for (let i = 0, at = 0; i < few.documents.length && at < among.length; i++) {
    const document = few.documents[i]!
    at = firstNotBefore(among, document, at)
    if (among[at] !== document) continue
    documents[count] = document
    scores[count++] = few.scores[i]! + many.scores[at]!
  }
  return filled({ documents, scores }, count)
}

/** Those with either word of which the better counts: two ways to write one. */
export function uniteBest(one: Matches, other: Matches): Matches {
  if (mostOf(one) === 0) return other
  if (mostOf(other) === 0) return one
  if (one.kind === 'terms' && other.kind === 'terms') return { ...one, terms: [...one.terms, ...other.terms] }
  return inEither(scored(one), scored(other), Math.max)
}

/** Those in either; where it is in both, scores are added. */
export function uniteAll(one: Matches, other: Matches): Matches {
  if (mostOf(one) === 0) return other
  if (mostOf(other) === 0) return one
  if (one.kind === 'terms' && other.kind === 'terms' && mostOf(one) + mostOf(other) > one.all / 16) {
    const [scores, others] = [spread(one), spread(other)]
    for (let i = 0; i < scores.length; i++) scores[i] = scores[i]! + others[i]!
    return gathered(scores)
  }
  return inEither(scored(one), scored(other), (a, b) => a + b)
}

function inEither(
  one: ScoredMatches,
  other: ScoredMatches,
  combine: (a: number, b: number) => number,
): Matches {
  const { documents, scores } = room(one.documents.length + other.documents.length)
  let i = 0
  let j = 0
  let count = 0
  while (i < one.documents.length || j < other.documents.length) {
    const a = one.documents[i] ?? 0x1_0000
    const b = other.documents[j] ?? 0x1_0000
    documents[count] = Math.min(a, b)
    if (a === b) scores[count++] = combine(one.scores[i++]!, other.scores[j++]!)
    else scores[count++] = a < b ? one.scores[i++]! : other.scores[j++]!
  }
  return filled({ documents, scores }, count)
}

/** Those that are not in the other. */
export function without(one: Matches, other: Matches): Matches {
  const from = scored(one)
  const { documents, scores } = room(from.documents.length)
  const gone = rowOf(other)?.impacts ?? marked(scored(other).documents)
  let count = 0
  for (let i = 0; i < from.documents.length; i++) {
    const document = from.documents[i]!
    documents[count] = document
    scores[count] = from.scores[i]!
    count += Number((gone[document] ?? 0) === 0)
  }
  return filled({ documents, scores }, count)
}

/** A byte for each document up to the last of these: 1 for these. */
function marked(documents: Uint16Array): Uint8Array {
  const marks = new Uint8Array((documents.at(-1) ?? -1) + 1)
  for (const document of documents) marks[document] = 1
  return marks
}
