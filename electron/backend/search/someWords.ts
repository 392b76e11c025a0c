import { plainWords } from '../../../shared/search/plainWords.ts'
import type { Clause } from '../../../shared/search/query.ts'
import type { LiveSegment } from './openIndex.ts'
import { beginningTerm } from './terms.ts'

/** A word in a larger part of the archive says little by itself, and neither does one that so few documents have to hold. */
const mostOfAll = 0.25
const fewDocuments = 30

/**
 * For a query of several plain words: any of them, but for those that stand nearly everywhere. null when it is no such query, or
 * no word is left.
 */
export function someWords(segments: readonly LiveSegment[], clause: Clause | null): Clause | null {
  const words = plainWords(clause)
  if (words === null) return null
  const all = segments.reduce((sum, { reader }) => sum + reader.documents, 0)
  const most = Math.max(fewDocuments, all * mostOfAll)
  const telling = words.filter(word => holding(segments, word) <= most)
  return telling.length === 0 ? null : { kind: 'any', clauses: telling }
}

/** At most in so many documents a word stands; a hyphenated word is asked for by what it is when it is joined. */
function holding(segments: readonly LiveSegment[], clause: Clause): number {
  if (clause.kind === 'any') return Math.max(...clause.clauses.map(each => holding(segments, each)))
  if (clause.kind !== 'word') return 0
  const terms = [...clause.terms, ...(clause.beginning === null ? [] : [beginningTerm(clause.beginning)])]
  return Math.max(
    ...terms.map(term => segments.reduce((sum, { reader }) => sum + (reader.find(term)?.documents ?? 0), 0)),
  )
}
