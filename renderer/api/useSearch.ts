import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import type { Failure, SearchHit, SearchPage } from '../../shared/contract/index.ts'
import { call } from './call.ts'

export interface SearchResults {
  /** How many articles match in all; null until the first answer. */
  total: number | null
  /** The hit at a place among all that match; undefined while its page is still to be read. */
  at(index: number): SearchHit | undefined
  /** The words these results answer: other than those asked for while the answer is under way. */
  words: string
  failure: Failure | null
}

/** How many hits are read at a time. */
const pageSize = 100

/**
 * The articles that match. The first page is always read; of the others those that hold the places from `first` to
 * `last`. Of several searches under way only the newest is shown.
 */
export function useSearch(words: string, first: number, last: number): SearchResults {
  const top = useQuery({ ...page(words, 0), placeholderData: keepPreviousData })
  const from = Math.max(1, Math.floor(first / pageSize))
  const to = Math.floor(last / pageSize)
  const offsets = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => (from + i) * pageSize)
  const others = useQueries({ queries: offsets.map(offset => page(words, offset)) })
  const answered = top.data?.words ?? ''
  const pages = new Map<number, SearchPage | undefined>([[0, top.data]])
  for (const [i, offset] of offsets.entries()) {
    if (answered === words) pages.set(offset, others[i]?.data)
  }
  return {
    total: top.data?.total ?? null,
    at: index => pages.get(index - (index % pageSize))?.hits[index % pageSize],
    words: answered,
    failure: top.error as Failure | null,
  }
}

const page = (words: string, offset: number) => ({
  queryKey: ['articles.search', { words, limit: pageSize, offset }] as const,
  queryFn: async () => ({ words, ...(await call('articles.search', { words, limit: pageSize, offset })) }),
})
