import type { SearchHit } from '../../shared/contract/index.ts'
import { call } from './call.ts'
import { type SearchRequest, searchInput } from './useSearch.ts'

/** The most hits that one call gives. */
const most = 200

/** The hits of a search from one row to another, both included. Throws a `Failure`. */
export async function searchBetween(
  request: SearchRequest,
  first: number,
  last: number,
): Promise<SearchHit[]> {
  const hits: SearchHit[] = []
  for (let offset = first; offset <= last; offset += most) {
    const limit = Math.min(most, last - offset + 1)
    const page = await call('articles.search', { ...searchInput(request), limit, offset })
    hits.push(...page.hits)
    if (page.hits.length === 0) break
  }
  return hits
}
