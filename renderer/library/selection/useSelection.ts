import { useEffect, useRef, useState } from 'react'
import type { SearchHit } from '../../../shared/contract/index.ts'
import { type SearchResults, searchBetween } from '../../api/index.ts'
import { orSay, toast } from '../../ui/index.ts'

/** Several articles of the list, taken together to be dealt with at once. Rows of other kinds are passed over. */
export interface Selection {
  articles: ReadonlyMap<string, SearchHit>
  /** Takes one article in, or leaves it out. */
  toggle(index: number): void
  /** Takes all from the one last chosen, or from `from`, to this one, and no others. */
  extendTo(index: number, from: number): void
  all(): void
  clear(): void
}

/** The most that Ctrl+A takes: each is looked up first. */
const mostSelected = 10_000

const none: ReadonlyMap<string, SearchHit> = new Map()

/** Which articles of a search are selected. Another search begins with none, so that none is changed unseen. */
export function useSelection(results: SearchResults): Selection {
  const [articles, setArticles] = useState(none)
  const anchor = useRef<number | null>(null)
  const asked = useRef(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are what is waited for
  useEffect(clear, [results.words, results.order])

  function clear(): void {
    asked.current += 1
    anchor.current = null
    setArticles(none)
  }

  async function take(first: number, last: number): Promise<void> {
    asked.current += 1
    const mine = asked.current
    const known = Array.from({ length: last - first + 1 }, (_, i) => results.at(first + i))
    if (known.every(hit => hit !== undefined)) {
      setArticles(byId(known))
      return
    }
    await orSay(async () => {
      const hits = await searchBetween(results, first, last)
      // Something else has been chosen while these were looked up.
      if (mine === asked.current) setArticles(byId(hits))
    })
  }

  return {
    articles,
    clear,
    toggle(index) {
      const hit = results.at(index)
      if (hit?.kind !== 'article') return
      asked.current += 1
      anchor.current = index
      setArticles(old => {
        const next = new Map(old)
        if (!next.delete(hit.articleId)) next.set(hit.articleId, hit)
        return next
      })
    },
    extendTo(index, from) {
      anchor.current ??= from
      void take(Math.min(anchor.current, index), Math.max(anchor.current, index))
    },
    all() {
      // Those with all of the words, if there are any.
      const rows = results.othersFrom || results.rows
      if (rows === 0) return
      if (rows > mostSelected) {
        toast(
          `The first ${mostSelected.toLocaleString('en-GB')} are selected. Search for fewer to have them all.`,
        )
      }
      void take(0, Math.min(rows, mostSelected) - 1)
    },
  }
}

const byId = (hits: readonly SearchHit[]) =>
  new Map(hits.filter(({ kind }) => kind === 'article').map(hit => [hit.articleId, hit]))
