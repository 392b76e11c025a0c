import type { Database } from '../database/openDatabase.ts'
import { idOf, kindOf } from './documents.ts'
import { stateOf } from './openIndex.ts'

interface Places {
  /** Of each article, by its id, the place of its publisher in the order of their names. */
  articles: Uint32Array
  highlights: Map<number, number>
  /** The place after all that have a publisher. */
  last: number
}

const known = new WeakMap<Database, { state: string; places: Places }>()

/**
 * The rank of a document by its publisher's name, A to Z as a dictionary has them, the newest of each first. A passage has the
 * publisher of its article; what has none comes last, packs after articles. Worked out anew when anything has been written.
 */
export function publisherOrder(db: Database): (key: number, day: number) => number {
  const state = stateOf(db)
  let kept = known.get(db)
  if (kept?.state !== state) {
    kept = { state, places: placesNow(db) }
    known.set(db, kept)
  }
  const { articles, highlights, last } = kept.places
  const placeOf = (key: number): number => {
    switch (kindOf(key)) {
      case 'article':
        return articles[idOf(key)] ?? last
      case 'highlight':
        return articles[highlights.get(idOf(key)) ?? 0] ?? last
      case 'pack':
        return last + 1
    }
  }
  return (key, day) => -placeOf(key) * 2 ** 32 + day
}

const collator = new Intl.Collator('en-GB', { numeric: true })

function placesNow(db: Database): Places {
  const rows = db.prepare('SELECT id, publisher FROM articles').raw().all() as [number, string | null][]
  const names = [...new Set(rows.flatMap(([, publisher]) => publisher ?? []))].sort(collator.compare)
  const placeOfName = new Map(names.map((name, place) => [name, place]))
  const articles = new Uint32Array(rows.reduce((most, [id]) => Math.max(most, id), 0) + 1)
  for (const [id, publisher] of rows)
    articles[id] = publisher === null ? names.length : placeOfName.get(publisher)!
  const highlights = new Map(
    db.prepare('SELECT id, article FROM highlights').raw().all() as [number, number][],
  )
  return { articles, highlights, last: names.length }
}
