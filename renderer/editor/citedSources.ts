import { useEffect, useMemo, useRef, useState } from 'react'
import type { CitedPassage } from '../../shared/document/citations.ts'
import { call, useCall } from '../api/index.ts'

/** What a reader is told of a cited source. */
export interface CitedSource {
  title: string
  publisher: string | null
  /** What is the matter with the source, as a sentence; null when it is as it was. */
  trouble: string | null
}

/** By `citationKey`. What is not in it has not been looked up yet. */
export type CitedSources = ReadonlyMap<string, CitedSource>

/** Looks up the names of everything a draft cites. The map stays the same one while they do. */
export function useCitedSources(passages: ReadonlyMap<string, CitedPassage>): CitedSources {
  const asked = [...passages.keys()].join('\n')
  const { highlightIds, articleIds } = useMemo(() => idsIn(asked), [asked])
  const { data } = useCall(
    'highlights.cited',
    { highlightIds },
    { enabled: highlightIds.length > 0, placeholderData: previous => previous },
  )
  const articles = useArticleNames(articleIds)
  return useMemo(() => {
    const sources = new Map<string, CitedSource>()
    for (const key of asked.split('\n')) {
      const article = articles.get(articleIdIn(key) ?? '')
      if (article) sources.set(key, article)
      else if (data && articleIdIn(key) === null) sources.set(key, GONE)
    }
    for (const { highlight, removed, title, publisher } of data?.cited ?? []) {
      const trouble = removed
        ? 'Its highlight has been removed.'
        : highlight.state === 'review'
          ? 'Its words no longer stand where they were marked.'
          : null
      sources.set(`highlight:${highlight.highlightId}`, { title, publisher, trouble })
    }
    return sources
  }, [data, articles, asked])
}

/** What citation keys, one on each line, name. See `citationKey`. */
function idsIn(keys: string): { highlightIds: string[]; articleIds: string[] } {
  const each = keys.split('\n')
  return {
    highlightIds: each.flatMap(key => (key.startsWith('highlight:') ? key.slice('highlight:'.length) : [])),
    articleIds: each.flatMap(key => articleIdIn(key) ?? []),
  }
}

const articleIdIn = (key: string): string | null => /^article:(.+):\d+$/.exec(key)?.[1] ?? null

const GONE: CitedSource = {
  title: 'an unknown source',
  publisher: null,
  trouble: 'It is not in the archive.',
}

function useArticleNames(articleIds: readonly string[]): ReadonlyMap<string, CitedSource> {
  const [names, setNames] = useState<ReadonlyMap<string, CitedSource>>(new Map())
  const asked = useRef(new Set<string>())
  useEffect(() => {
    for (const articleId of articleIds) {
      if (asked.current.has(articleId)) continue
      asked.current.add(articleId)
      call('articles.get', { articleId }).then(
        ({ title, publisher }) =>
          setNames(old => new Map(old).set(articleId, { title, publisher, trouble: null })),
        () => setNames(old => new Map(old).set(articleId, GONE)),
      )
    }
  }, [articleIds])
  return names
}
