import { readQuery } from '../../../shared/search/readQuery.ts'
import type { Database } from '../../backend/database/openDatabase.ts'
import { exactScorer } from './exactScores.ts'
import { articleIdOf, asDocument } from './makeArchive.ts'
import type { NewsArticle } from './newsCorpus.ts'
import { firstPage } from './ownSearch.ts'
import { type BenchQuery, today } from './queryMix.ts'

export interface Agreement {
  query: BenchQuery
  /** From 0, as good as a random choice of the matches, to 1, the exact order; null when all matches are worth the same. */
  scaled: number | null
  found: number
  expected: number
}

/** How far the first page of each query agrees with the exact scores of the same articles, nothing collapsed. */
export function measureAgreement(
  db: Database,
  articles: readonly NewsArticle[],
  queries: readonly BenchQuery[],
): Agreement[] {
  const documents = articles.map((article, i) => asDocument(article, i + 1))
  const numbers = new Map(documents.map((document, i) => [articleIdOf(i + 1), document.key]))
  const dayOf = new Map(documents.map(({ key, day }) => [key, day!]))
  const scoresOf = exactScorer(documents)
  return queries.map(query => {
    const { clause, filters } = readQuery(query.typed, { today })
    const isAllowed = (key: number): boolean =>
      filters.every(filter => {
        if (filter.kind !== 'date') throw new Error(`no exact filter for ${filter.kind}`)
        const day = dayOf.get(key)!
        return (day >= (filter.from ?? '') && day <= (filter.to ?? '9999')) !== filter.isNot
      })
    const exact = new Map([...scoresOf(clause!)].filter(([key]) => isAllowed(key)))
    const { total, hits } = firstPage(db, query.typed, false)
    const shown = hits.map(({ articleId }) => exact.get(numbers.get(articleId)!) ?? 0)
    return { query, scaled: scaledGain(shown, [...exact.values()]), found: total, expected: exact.size }
  })
}

/** The discounted gain of the scores shown, scaled so that 0 is what a random choice gives on average and 1 the best. */
export function scaledGain(shown: readonly number[], all: readonly number[]): number | null {
  const count = Math.min(30, all.length)
  const mean = all.reduce((sum, score) => sum + score, 0) / all.length
  const random = discounted(new Array<number>(count).fill(mean))
  const best = discounted([...all].sort((a, b) => b - a).slice(0, count))
  if (all.length === 0 || best - random < 1e-9) return null
  return (discounted(shown) - random) / (best - random)
}

const discounted = (gains: readonly number[]): number =>
  gains.reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0)
