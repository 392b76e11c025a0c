import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CallInput, Failure, SearchHit } from '../../shared/contract/index.ts'
import { call } from './call.ts'

export interface SearchResults {
  hits: SearchHit[]
  /** How many articles match in all; null until the first answer. */
  total: number | null
  /** The words these results answer; other than those asked for while the answer is under way. */
  words: string
  failure: Failure | null
  /** Reads the next page, if there is one. */
  more(): void
}

const pageSize = 100

/** The articles that match, a page at a time. Of several searches under way only the newest is shown. */
export function useSearch(words: string): SearchResults {
  const pages = useInfiniteQuery({
    queryKey: ['articles.search', { words }] as const,
    queryFn: async ({ pageParam, queryKey: [, input] }) => ({
      words: input.words,
      ...(await call('articles.search', {
        ...input,
        limit: pageSize,
        offset: pageParam,
      } satisfies CallInput<'articles.search'>)),
    }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const read = all.reduce((sum, { hits }) => sum + hits.length, 0)
      return last.hits.length > 0 && read < last.total ? read : undefined
    },
    placeholderData: keepPreviousData,
  })
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = pages
  const hits = useMemo(() => data?.pages.flatMap(page => page.hits) ?? [], [data])
  return {
    hits,
    total: data?.pages[0]?.total ?? null,
    words: data?.pages[0]?.words ?? '',
    failure: error as Failure | null,
    more: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
    },
  }
}
