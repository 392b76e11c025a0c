import type { Clause } from '../../../shared/search/query.ts'
import { bestOf } from './bestOf.ts'
import { matchClause, termsIn } from './matchClause.ts'
import { everything } from './matches.ts'
import { forgetMatches } from './matchRoom.ts'
import { offerMatches } from './offerMatches.ts'
import type { LiveSegment } from './openIndex.ts'
import { rarity } from './ranking.ts'

/** Which documents may be found at all, by their keys or their days; null lets all be. */
export interface Allowed {
  /** Whether a document may be found. */
  key: ((key: number) => boolean) | null
  /** Days since 1970, inclusive. Documents without a day are then left out. */
  days: { from: number; to: number } | null
}

/** A function gives the rank of a document by its key and its day; the greatest comes first. */
export type Order = 'relevance' | 'newest' | 'oldest' | ((key: number, day: number) => number)

export interface FoundDocument {
  key: number
  score: number
}

/**
 * The documents that a clause matches (all of them when there is none): how many, and the best so many of them. The count
 * is exact. Of equals, the one that was stored later comes first.
 */
export function runQuery(
  segments: readonly LiveSegment[],
  clause: Clause | null,
  { allowed, order, most }: { allowed: Allowed; order: Order; most: number },
): { total: number; best: FoundDocument[] } {
  const worth = worthIn(segments, clause)
  const best = bestOf(most)
  let total = 0
  for (const live of segments) {
    const { reader } = live
    forgetMatches()
    const matches = clause ? matchClause(clause, reader, worth) : everything(reader.documents)
    total += offerMatches(matches, live, allowed, order, best)
  }
  return { total, best: best.inOrder().map(({ rank, key }) => ({ key, score: rank })) }
}

/** What each term of a clause is worth, by how many documents of the whole index hold it. */
function worthIn(segments: readonly LiveSegment[], clause: Clause | null): (term: string) => number {
  const all = segments.reduce((sum, { reader }) => sum + reader.documents, 0)
  const known = new Map<string, number>()
  const worth = (term: string): number => {
    let value = known.get(term)
    if (value === undefined) {
      let holding = 0
      for (const { reader } of segments) holding += reader.find(term)?.documents ?? 0
      value = rarity(holding, all)
      known.set(term, value)
    }
    return value
  }
  if (clause) for (const term of termsIn(clause)) worth(term)
  return worth
}
