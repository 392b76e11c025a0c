import type { Clause } from '../../../shared/search/query.ts'
import { likeTerms } from './likeTerms.ts'
import type { LiveSegment } from './openIndex.ts'
import { formTerm } from './terms.ts'

/** A word that was typed and hardly stands anywhere, and the one that may have been meant. */
export interface Suggestion {
  typed: string
  meant: string
}

/** A word in so many documents is no slip. */
const mostDocuments = 1
/** So many of the largest segments are looked through. */
const segmentsLookedThrough = 4

/**
 * For the words of a query that hardly stand anywhere: the word of the archive's own that is written most like it, and of
 * those the commonest. The first letter is taken to be right, as it nearly always is.
 */
export function suggest(segments: readonly LiveSegment[], clause: Clause): Suggestion[] {
  const largest = segments
    .toSorted((a, b) => b.reader.documents - a.reader.documents)
    .slice(0, segmentsLookedThrough)
  return wordsIn(clause).flatMap(({ typed, terms }) => {
    const written = typed.toLowerCase()
    const holding = (term: string): number =>
      segments.reduce((sum, { reader }) => sum + (reader.find(term)?.documents ?? 0), 0)
    if (written.length < 4 || Math.max(...terms.map(holding)) > mostDocuments) return []
    const most = written.length > 6 ? 2 : 1
    let best: { word: string; distance: number; documents: number } | null = null
    for (const word of likeWords(largest, written, most)) {
      const distance = editDistance(written, word, most)
      if (distance > most || distance === 0) continue
      const documents = largest.reduce((sum, { reader }) => sum + documentsOf(reader, word), 0)
      if (documents <= mostDocuments) continue
      if (!best || distance < best.distance || (distance === best.distance && documents > best.documents))
        best = { word, distance, documents }
    }
    return best ? [{ typed, meant: best.word }] : []
  })
}

const encoder = new TextEncoder()

/**
 * Words of the archive that begin with the same letter and are hardly different, as they are written: first those that differ from
 * their terms, for of the others some are no words but what stemming left of one.
 */
function likeWords(segments: readonly LiveSegment[], written: string, most: number): Set<string> {
  const words = new Set<string>()
  const word = encoder.encode(written)
  // A letter may be three bytes.
  const mostBytes = word.length === written.length ? most : most * 3
  for (const prefix of [formTerm(written[0]!), written[0]!])
    for (const { reader } of segments) {
      const like = { word, marks: prefix.length - 1, most: mostBytes }
      for (const { cursor, left } of reader.blocksWith(prefix))
        for (const found of likeTerms(cursor, left, like)) if (found[0] === written[0]) words.add(found)
    }
  return words
}

function documentsOf(reader: LiveSegment['reader'], word: string): number {
  const own = reader.find(word)
  if (own) return own.documents
  const form = reader.find(formTerm(word))
  return form ? (reader.find(decoder.decode(reader.postingBytes(form)))?.documents ?? 0) : 0
}

const decoder = new TextDecoder()

function wordsIn(clause: Clause): { typed: string; terms: string[] }[] {
  switch (clause.kind) {
    case 'word':
      return /^\p{L}+$/u.test(clause.typed) && clause.field === null ? [clause] : []
    case 'all':
    case 'any':
      return clause.clauses.flatMap(wordsIn)
    default:
      return []
  }
}

/**
 * How many letters must be changed, added, left out or exchanged with their neighbour to make one word of the other
 * (Damerau's distance); more than `most` is given as `most` + 1.
 */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1]
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (isSame ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
    }
    // An exchange of neighbours reaches back two rows.
    if (Math.min(...row, ...last) > most) return most + 1
    before = last
    last = row
  }
  return Math.min(last[other.length]!, most + 1)
}
