import type { Database } from '../../backend/database/openDatabase.ts'
import { firstPage } from '../search/ownSearch.ts'
import type { Collection, JudgedQuery } from './openCollection.ts'
import { plainRanking } from './plainRanking.ts'

export const engines = ['Despatch', 'FTS5, all words', 'FTS5, any word'] as const
export type Engine = (typeof engines)[number]

export interface Judgement {
  query: JudgedQuery
  /** The names of the first ten. */
  found: string[]
  nDcg: number
  /** Whether something that was looked for is among the first five. */
  isSuccess: boolean
}

/** Asks each engine every query of the collection. */
export function judge(db: Database, { queries, nameOf }: Collection): Record<Engine, Judgement[]> {
  const plain = plainRanking(db)
  const ranked: Record<Engine, (typed: string) => string[]> = {
    Despatch: typed => firstPage(db, `${typed} `).hits.map(({ articleId }) => articleId),
    'FTS5, all words': typed => plain(typed, 'all'),
    'FTS5, any word': typed => plain(typed, 'any'),
  }
  const judged = (engine: Engine): Judgement[] =>
    queries.map(query => {
      const found = ranked[engine](query.typed).slice(0, 10).map(nameOf)
      return {
        query,
        found,
        nDcg: nDcg(found, query.grades),
        isSuccess: found.slice(0, 5).some(name => query.grades[name] === 3),
      }
    })
  return {
    Despatch: judged('Despatch'),
    'FTS5, all words': judged('FTS5, all words'),
    'FTS5, any word': judged('FTS5, any word'),
  }
}

/** nDCG@10 (Järvelin and Kekäläinen, 2002) with the gain 2^grade - 1; what comes a second time gains nothing. */
export function nDcg(found: readonly string[], grades: Readonly<Record<string, number>>): number {
  const gains = found.map((name, i) => (found.indexOf(name) === i ? (grades[name] ?? 0) : 0))
  const best = Object.values(grades).sort((a, b) => b - a)
  return discounted(gains) / discounted(best)
}

const discounted = (grades: readonly number[]): number =>
  grades.slice(0, 10).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0)

export const meanGain = (judged: readonly Judgement[]): number =>
  judged.reduce((sum, { nDcg }) => sum + nDcg, 0) / judged.length

export const successes = (judged: readonly Judgement[]): number =>
  judged.filter(({ isSuccess }) => isSuccess).length / judged.length
