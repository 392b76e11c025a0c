import { loadavg } from 'node:os'
import Sqlite from 'better-sqlite3'
import { archiveFile } from '../../backend/database/openDatabase.ts'
import type { MadeArchive } from './makeArchive.ts'
import { newsCorpus } from './newsCorpus.ts'
import { type BenchQuery, queryMix } from './queryMix.ts'
import type { SearchTimes } from './searchProcess.ts'
import { startSearch } from './startSearch.ts'

export interface MeasuredArchive {
  archive: MadeArchive
  queries: BenchQuery[]
  own: SearchTimes
  plain: SearchTimes
  /** Opening and the first answer, one for each class of query, with the system's caches dropped. */
  cold: SearchTimes[]
  sizes: { text: number; index: number; free: number; segments: number }
  load: number
}

/** So many articles stand for all of them where the queries are made. */
const sampled = 3000

export async function measureArchive(archive: MadeArchive, runs: number): Promise<MeasuredArchive> {
  const { folder, articles, seed } = archive
  const article = newsCorpus(seed)
  const queries = queryMix(
    Array.from({ length: Math.min(articles, sampled) }, (_, i) => article(i)),
    seed,
  )
  const own = await startSearch({ folder, engine: 'own', queries, runs })
  const load = loadavg()[0]!
  // It is slow enough for fewer rounds to say the same.
  const plain = await startSearch({ folder, engine: 'plain', queries, runs: articles > 50_000 ? 1 : runs })
  const cold: SearchTimes[] = []
  for (const name of new Set(queries.map(query => query.class))) {
    const first = queries.find(query => query.class === name)!
    cold.push(await startSearch({ folder, engine: 'own', queries: [first], runs: 0 }, { drop: true }))
  }
  return { archive, queries, own, plain, cold, sizes: sizesOf(folder), load }
}

/** Bytes of the text that is indexed, of the index with its free pages, and how many segments there are. */
function sizesOf(folder: string): MeasuredArchive['sizes'] {
  const db = new Sqlite(archiveFile(folder), { readonly: true })
  const number = (sql: string): number => db.prepare(sql).pluck().get() as number
  try {
    return {
      text: number(`SELECT sum(octet_length(v.text) + octet_length(a.title) + coalesce(octet_length(a.byline), 0)
        + coalesce(octet_length(a.publisher), 0)) FROM article_current a JOIN article_versions v
        ON v.article = a.id AND v.version = a.version`),
      index: number("SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'search%' AND aggregate = TRUE"),
      free: number('SELECT freelist_count * page_size FROM pragma_freelist_count, pragma_page_size'),
      segments: number("SELECT count(*) FROM search_segments WHERE state = 'live'"),
    }
  } finally {
    db.close()
  }
}
