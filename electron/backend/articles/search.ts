import type { SearchHit, SearchKind, SearchOrder, SearchPage } from '../../../shared/contract/article.ts'
import { explainQuery } from '../../../shared/search/explainQuery.ts'
import type { Clause, Query } from '../../../shared/search/query.ts'
import { readQuery } from '../../../shared/search/readQuery.ts'
import type { Database } from '../database/openDatabase.ts'
import { prepared } from '../database/prepared.ts'
import { allowedBy } from '../search/allowed.ts'
import { idOf, keyOf, kindOf } from '../search/documents.ts'
import { openIndex } from '../search/openIndex.ts'
import { publisherOrder } from '../search/publisherOrder.ts'
import { findMatches } from '../search/quickMatches.ts'
import { readHit } from '../search/readHits.ts'
import { type FoundDocument, runQuery } from '../search/runQuery.ts'
import { someWords } from '../search/someWords.ts'
import { suggest } from '../search/suggest.ts'
import { waitingLong } from '../search/writeIndex.ts'

/** What is looked for, and how it is wanted. */
export interface Search {
  words: string
  limit: number
  offset: number
  kinds: readonly SearchKind[]
  order: SearchOrder
  /** Of articles with the same agency copy, only the best is given. */
  collapse: boolean
  /** Today as YYYY-MM-DD: what "last week" is reckoned from. */
  today: string
}

/**
 * What matches, the best first (see `search/ranking.ts`); all articles, newest first, when nothing was typed. Nothing that
 * can be typed is an error: what holds no word finds nothing.
 */
export function searchArticles(db: Database, search: Search): SearchPage {
  const query = readQuery(search.words, { today: search.today })
  const explanation = search.words.trim() === '' ? '' : explainQuery(query)
  // At one moment of the archive: another process may be writing to it.
  return db.transaction(() => {
    if (query.clause === null && query.filters.length === 0) {
      const all =
        search.words.trim() === '' ? allArticles(db, query, search) : { total: 0, hits: [], othersFrom: null }
      return { ...all, explanation, suggestion: null, waiting: 0 }
    }
    const found = find(db, query, search)
    const suggestion = found.total <= fewHits ? mended(db, query, search.words) : null
    const others = found.othersFrom === null ? '' : '; then those with some of the words'
    return { ...found, explanation: explanation + others, suggestion, waiting: waitingLong(db) }
  })()
}

/** With so few, something else may have been meant. */
const fewHits = 3

function mended(db: Database, { clause }: Query, words: string): string | null {
  if (clause === null) return null
  let meant = words
  for (const slip of suggest(openIndex(db).segments(), clause)) meant = meant.replace(slip.typed, slip.meant)
  return meant === words ? null : meant
}

function find(
  db: Database,
  query: Query,
  { limit, offset, kinds, order, collapse }: Search,
): Pick<SearchPage, 'total' | 'hits' | 'othersFrom'> {
  const wanted = offset + limit
  const allowed = allowedBy(db, kinds, query.filters)
  const wish =
    order === 'publisher'
      ? publisherOrder(db)
      : query.clause === null && order === 'relevance'
        ? 'newest'
        : order
  const segments = openIndex(db).segments()
  const run = (clause: Clause | null, most: number) =>
    runQuery(segments, clause, { allowed, order: wish, most })
  let most = Math.max(wanted, limit > 0 ? firstPage : 0)
  let { total, best } = run(query.clause, most)
  let shown = collapse ? withoutCopies(db, best, wanted) : best.slice(0, wanted)
  // Copies that are left out are made up for by those that come after.
  while (shown.length < wanted && best.length === most) {
    most = most * 4 + 100
    best = run(query.clause, most).best
    shown = withoutCopies(db, best, wanted)
  }
  const found = shown.length
  if (limit > 0 && total < firstPage && found < wanted) {
    const some = someWords(segments, query.clause)
    const others = some ? run(some, most * 2).best : []
    const all = new Set(best.map(({ key }) => key))
    const more = [...shown, ...others.filter(({ key }) => !all.has(key))]
    shown = (collapse ? withoutCopies(db, more, firstPage) : more).slice(0, Math.min(wanted, firstPage))
  }
  const finder = findMatches(query.clause)
  const hits = shown.slice(offset, wanted).flatMap(each => readHit(db, each, finder) ?? [])
  return { total, hits, othersFrom: shown.length > found ? found : null }
}

/** When fewer hold all of the words, those that hold some fill the list up to so many. */
const firstPage = 30

/** The best of each group of copies, the first so many. */
function withoutCopies(db: Database, found: readonly FoundDocument[], most: number): FoundDocument[] {
  const seen = new Set<number>()
  const kept: FoundDocument[] = []
  const groupOf = prepared(db, 'SELECT copy_group FROM articles WHERE id = ?').pluck()
  for (const each of found) {
    if (kept.length === most) break
    const group = kindOf(each.key) === 'article' ? (groupOf.get(idOf(each.key)) as number | null) : null
    if (group !== null) {
      if (seen.has(group)) continue
      seen.add(group)
    }
    kept.push(each)
  }
  return kept
}

function allArticles(
  db: Database,
  query: Query,
  search: Search,
): Pick<SearchPage, 'total' | 'hits' | 'othersFrom'> {
  const { limit, offset, order } = search
  if (order === 'publisher') return find(db, query, { ...search, kinds: ['article'], collapse: false })
  const total = prepared(db, 'SELECT count(*) FROM articles WHERE removed_at IS NULL').pluck().get() as number
  const direction = order === 'oldest' ? 'ASC' : 'DESC'
  const ids = prepared(
    db,
    `SELECT id FROM articles WHERE removed_at IS NULL
     ORDER BY published_on IS NULL, published_on ${direction}, id ${direction} LIMIT ? OFFSET ?`,
  )
    .pluck()
    .all(limit, offset) as number[]
  const hits: SearchHit[] = ids.flatMap(
    id => readHit(db, { key: keyOf('article', id), score: 0 }, () => []) ?? [],
  )
  return { total, hits, othersFrom: null }
}
