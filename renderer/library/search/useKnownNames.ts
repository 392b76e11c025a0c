import { useMemo, useRef } from 'react'
import type { KnownNames } from '../../../shared/search/completeQuery.ts'
import { type SearchResults, useCall } from '../../api/index.ts'

/** How many of the rows are looked at for publishers. */
const looked = 100

/** The names that can be completed: all tags and packs, and the publishers that have been met so far. */
export function useKnownNames(results: SearchResults): KnownNames {
  const { data: tags } = useCall('articles.tags', {})
  const { data: packs } = useCall('packs.list', {})
  const met = useRef<readonly string[]>([])
  const publishers = new Set(met.current)
  for (let i = 0; i < Math.min(looked, results.rows); i++) {
    const publisher = results.at(i)?.publisher
    if (publisher) publishers.add(publisher)
  }
  if (publishers.size !== met.current.length) {
    met.current = [...publishers].toSorted((a, b) => a.localeCompare(b, 'en-GB'))
  }
  const known = met.current
  return useMemo(
    () => ({
      tags: (tags?.tags ?? []).toSorted((a, b) => b.articles - a.articles).map(({ tag }) => tag),
      publishers: known,
      packs: [...new Set(packs?.packs.map(({ title }) => title))],
    }),
    [tags, packs, known],
  )
}
