import { keepPreviousData } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useCall } from '../api/index.ts'
import type { DraftStatus } from '../desk/types.ts'

/** Where the draft cites each article, in words, by article id. */
export function useCitedIn(draft: DraftStatus | null): Record<string, string[]> {
  const highlightIds = useMemo(() => draft?.citedHighlightIds.toSorted() ?? [], [draft?.citedHighlightIds])
  const { data } = useCall(
    'highlights.cited',
    { highlightIds },
    { enabled: highlightIds.length > 0, placeholderData: keepPreviousData },
  )
  return useMemo(() => {
    const cited: Record<string, string[]> = {}
    for (const { highlight } of data?.cited ?? []) {
      const places = draft?.places[highlight.highlightId] ?? []
      const known = cited[highlight.articleId] ?? []
      cited[highlight.articleId] = [...new Set([...known, ...places])]
    }
    for (const places of Object.values(cited)) {
      places.sort((a, b) => a.localeCompare(b, 'en-GB', { numeric: true }))
    }
    return cited
  }, [data, draft])
}
