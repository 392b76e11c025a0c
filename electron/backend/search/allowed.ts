import type { SearchKind } from '../../../shared/contract/article.ts'
import type { Filter } from '../../../shared/search/query.ts'
import type { Database } from '../database/openDatabase.ts'
import { prepared } from '../database/prepared.ts'
import { citedArticles, hasMarking } from '../packs/citedArticles.ts'
import { dayNumber } from './buildSegment.ts'
import { type DocumentKind, documentKinds, keyOf, kindOf } from './documents.ts'
import type { Allowed } from './runQuery.ts'

/** Which documents may be found: of these kinds, and as the filters of a query say. */
export function allowedBy(db: Database, kinds: readonly SearchKind[], filters: readonly Filter[]): Allowed {
  const typed = filters.flatMap(filter => (filter.kind === 'type' && !filter.isNot ? [filter.value] : []))
  const wanted = typed.length > 0 ? typed : kinds
  const conditions: ((key: number) => boolean)[] = []
  // With every kind wanted there is nothing to ask of each document.
  if (!areAll(wanted)) conditions.push(ofKinds(db, wanted))
  let days: Allowed['days'] = null
  for (const filter of filters) {
    if (filter.kind === 'type') {
      if (filter.isNot) conditions.push(not(ofKinds(db, [filter.value])))
    } else if (filter.kind === 'date') {
      const from = filter.from === null ? -0x7fff_ffff : dayNumber(filter.from)
      const to = filter.to === null ? 0x7fff_ffff : dayNumber(filter.to)
      if (filter.isNot) conditions.push(not(within(keysOnDays(db, filter.from, filter.to))))
      else days = days ? { from: Math.max(days.from, from), to: Math.min(days.to, to) } : { from, to }
    } else {
      const isIn = within(keysOf(db, filter))
      conditions.push(filter.isNot ? not(isIn) : isIn)
    }
  }
  const [first, ...others] = conditions
  if (!first) return { days, key: null }
  return { days, key: others.length === 0 ? first : key => conditions.every(holds => holds(key)) }
}

const areAll = (kinds: readonly SearchKind[]): boolean =>
  (['article', 'highlight', 'pack'] as const).every(kind => kinds.includes(kind))

const within =
  (keys: ReadonlySet<number>) =>
  (key: number): boolean =>
    keys.has(key)

const not =
  (condition: (key: number) => boolean) =>
  (key: number): boolean =>
    !condition(key)

function ofKinds(db: Database, kinds: readonly SearchKind[]): (key: number) => boolean {
  const notes = kinds.includes('note') && !kinds.includes('highlight')
  const documents = new Set<DocumentKind>(kinds.map(kind => (kind === 'note' ? 'highlight' : kind)))
  // By the place in `documentKinds`, which is in the key: this is asked of every document that matches.
  const isWanted = documentKinds.map(kind => documents.has(kind))
  if (!notes) return key => isWanted[key & 3]!
  const noted = keySet(db, 'highlight', "SELECT id FROM highlights WHERE note <> '' AND removed_at IS NULL")
  return key => isWanted[key & 3]! && (kindOf(key) !== 'highlight' || noted.has(key))
}

function keysOf(db: Database, filter: Exclude<Filter, { kind: 'type' | 'date' }>): Set<number> {
  switch (filter.kind) {
    case 'tag':
      return new Set([
        ...keySet(db, 'article', 'SELECT article FROM article_tags WHERE tag = ?', filter.value),
        ...keySet(db, 'highlight', taggedHighlights, filter.value),
      ])
    case 'has':
      return keySet(db, 'article', hasSql[filter.value])
    case 'highlightKind':
      return new Set([
        ...keySet(
          db,
          'article',
          'SELECT DISTINCT article FROM highlights WHERE removed_at IS NULL AND kind = ?',
          filter.value,
        ),
        ...keySet(
          db,
          'highlight',
          'SELECT id FROM highlights WHERE removed_at IS NULL AND kind = ?',
          filter.value,
        ),
      ])
    case 'cited': {
      const cited = citedArticles(db, typeof filter.value === 'string' ? filter.value : null)
      const keys = new Set([...cited].map(id => keyOf('article', id)))
      if (filter.value !== false) return keys
      return keySet(
        db,
        'article',
        'SELECT id FROM articles',
        undefined,
        id => !keys.has(keyOf('article', id)),
      )
    }
    case 'marking':
      return keySet(db, 'pack', 'SELECT id FROM packs WHERE removed_at IS NULL', undefined, id =>
        hasMarking(db, id, filter.value),
      )
  }
}

const taggedHighlights = `SELECT h.id FROM highlights h, json_each(h.tags) t
  WHERE h.removed_at IS NULL AND t.value = ? COLLATE NOCASE`

const hasSql = {
  highlight: 'SELECT DISTINCT article FROM highlights WHERE removed_at IS NULL',
  note: "SELECT DISTINCT article FROM highlights WHERE removed_at IS NULL AND note <> ''",
  version: 'SELECT id FROM articles WHERE version > 1',
} as const

function keySet(
  db: Database,
  kind: DocumentKind,
  sql: string,
  value?: string,
  isKept: (id: number) => boolean = () => true,
): Set<number> {
  const statement = prepared(db, sql).pluck()
  const ids = (value === undefined ? statement.all() : statement.all(value)) as number[]
  return new Set(ids.filter(isKept).map(id => keyOf(kind, id)))
}

const keysOnDays = (db: Database, from: string | null, to: string | null): Set<number> =>
  new Set(
    (
      prepared(db, 'SELECT id FROM articles WHERE published_on >= ? AND published_on <= ?')
        .pluck()
        .all(from ?? '0000', to ?? '9999') as number[]
    ).map(id => keyOf('article', id)),
  )
