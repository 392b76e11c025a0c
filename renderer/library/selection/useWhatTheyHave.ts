import { useQueries } from '@tanstack/react-query'
import type { Article } from '../../../shared/contract/index.ts'
import { call, useCall } from '../../api/index.ts'
import { type HandlingField, sharedHandling } from '../details/handling.ts'

interface WhatTheyHave {
  /** The tags on any of them, and on how many; null where that was not counted. */
  tags: { tag: string; articles: number | null }[]
  /** What they share of each field; null while that is read. Of too many to read it is said that they differ. */
  handling: Record<HandlingField, { value: string; isVarious: boolean }> | null
}

/** Of so many articles each is looked at; of more, only what is in use at all is offered. */
const mostRead = 100

/** What several articles have in common, and what only some of them have. */
export function useWhatTheyHave(articleIds: readonly string[]): WhatTheyHave {
  const isRead = articleIds.length <= mostRead
  const { data: inUse } = useCall('articles.tags', {}, { enabled: !isRead })
  const answers = useQueries({
    queries: (isRead ? articleIds : []).map(articleId => ({
      queryKey: ['articles.get', { articleId, version: undefined }],
      queryFn: () => call('articles.get', { articleId, version: undefined }),
    })),
  })
  if (!isRead) {
    const tags = (inUse?.tags ?? []).map(({ tag }) => ({ tag, articles: null }))
    return { tags, handling: { purpose: differ, lawfulBasis: differ, licence: differ, retainUntil: differ } }
  }
  const articles = answers.flatMap(({ data }) => data ?? [])
  return {
    tags: countTags(articles),
    handling:
      articles.length < articleIds.length ? null : sharedHandling(articles.map(each => each.handling)),
  }
}

const differ = { value: '', isVarious: true }

function countTags(articles: readonly Article[]): { tag: string; articles: number }[] {
  const counts = new Map<string, number>()
  for (const tag of articles.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts]
    .map(([tag, articles]) => ({ tag, articles }))
    .toSorted((a, b) => b.articles - a.articles || a.tag.localeCompare(b.tag, 'en-GB'))
}
