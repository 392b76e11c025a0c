import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { CallInput, Failure, SearchHit, SearchOrder, SearchPage } from '../../shared/contract/index.ts'
import { call } from './call.ts'
import { inTurn } from './inTurn.ts'

/** What is looked for: in everything there is, each agency copy once. */
export interface SearchRequest {
  words: string
  order: SearchOrder
}

export interface SearchResults {
  /** How many match in all, each copy counted; null until the first answer. */
  total: number | null
  /** The row from which they hold only some of the words; null when there is none. */
  othersFrom: number | null
  /** How many rows the list has, as far as is known: of an agency copy that is there several times, one. */
  rows: number
  /** The hit at a row; undefined while its page is still to be read. */
  at(index: number): SearchHit | undefined
  /** The words these results answer: other than those asked for while the answer is under way. */
  words: string
  order: SearchOrder
  /** How the words were read, in a sentence; "" when nothing was typed. */
  explanation: string
  /** What may have been meant, where little was found. */
  suggestion: string | null
  /** How many documents cannot be found yet, because the index is being made anew. */
  waiting: number
  failure: Failure | null
}

/** The archive answers one search after another; those that typing has overtaken are not sent to it. */
const oneSearch = inTurn()

/** While the index is made anew, what it has come to is looked at so often (milliseconds). */
const indexingPace = 2000

/** How many hits are read at a time. */
const pageSize = 30

/**
 * What matches. The first page is always read; of the others those that hold the rows from `first` to `last`. Of
 * several searches under way only the newest is shown.
 */
export function useSearch(request: SearchRequest, first: number, last: number): SearchResults {
  const top = useQuery({
    ...page(request, 0),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ((state.data?.waiting ?? 0) > 0 ? indexingPace : false),
  })
  const from = Math.max(1, Math.floor(first / pageSize))
  const to = Math.floor(last / pageSize)
  const offsets = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => (from + i) * pageSize)
  const others = useQueries({ queries: offsets.map(offset => page(request, offset)) })
  const othersFrom = top.data?.othersFrom ?? null
  const { words, order } = top.data?.request ?? { words: '', order: request.order }
  const pages = new Map<number, SearchPage | undefined>([[0, top.data]])
  for (const [i, offset] of offsets.entries()) {
    if (words === request.words && order === request.order) pages.set(offset, others[i]?.data)
  }
  return {
    total: top.data?.total ?? null,
    othersFrom,
    // Where there are others, the list ends on the first page.
    rows: othersFrom === null ? rowsOf(pages, top.data?.total ?? 0) : top.data!.hits.length,
    at: index => pages.get(index - (index % pageSize))?.hits[index % pageSize],
    words,
    order,
    explanation: top.data?.explanation ?? '',
    suggestion: top.data?.suggestion ?? null,
    waiting: top.data?.waiting ?? 0,
    failure: top.error as Failure | null,
  }
}

/** Sends a search that is about to be shown: the archive answers it while the desk is still being drawn. */
export function useSearchAhead(): (request: SearchRequest) => void {
  const client = useQueryClient()
  return useCallback(request => void client.prefetchQuery(page(request, 0)), [client])
}

/** What the call takes for a search of the desk. */
export const searchInput = ({ words, order }: SearchRequest) =>
  ({
    words,
    order,
    kinds: ['article', 'highlight', 'note', 'pack'],
    collapse: true,
  }) satisfies CallInput<'articles.search'>

const page = (request: SearchRequest, offset: number) => {
  const input = { ...searchInput(request), limit: pageSize, offset }
  return {
    queryKey: ['articles.search', input] as const,
    queryFn: async ({ signal }: { signal: AbortSignal }) => ({
      request,
      ...(await oneSearch(signal, () => call('articles.search', input))),
    }),
  }
}

/** The total counts copies that get no row of their own; a page that is not full is where the rows end. */
function rowsOf(pages: Map<number, SearchPage | undefined>, total: number): number {
  let rows = total
  for (const [offset, known] of pages) {
    if (known && known.hits.length < pageSize) rows = Math.min(rows, offset + known.hits.length)
  }
  return rows
}
