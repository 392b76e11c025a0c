import Sqlite from 'better-sqlite3'
import type { Database } from '../../backend/database/openDatabase.ts'

/** Ranks by FTS5's own BM25 over the same articles: `all` of the words must stand in one, or `any` of them. */
export function plainRanking(db: Database): (typed: string, wanted: 'all' | 'any') => string[] {
  const plain = new Sqlite(':memory:')
  plain.exec(
    "CREATE VIRTUAL TABLE plain USING fts5 (id UNINDEXED, title, byline, publisher, text, tokenize = 'unicode61')",
  )
  const insert = plain.prepare('INSERT INTO plain VALUES (?, ?, ?, ?, ?)')
  const rows = db
    .prepare('SELECT article_id, title, byline, publisher, text FROM article_current')
    .raw()
    .all() as string[][]
  for (const row of rows) insert.run(row)
  const search = plain.prepare('SELECT id FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT 10').pluck()
  return (typed, wanted) => search.all(expressionOf(typed, wanted === 'all' ? ' AND ' : ' OR ')) as string[]
}

/** Phrases and fields are FTS5's own too; each other word is put in quotation marks, so that no sign is an operator. */
function expressionOf(typed: string, joint: string): string {
  return [...typed.matchAll(/(?:(title|by|publisher):)?(?:"([^"]+)"|(\S+))/g)]
    .map(([, field, phrase, word]) => {
      const quoted = `"${(phrase ?? word)!.replaceAll('"', '')}"`
      return field ? `${field === 'by' ? 'byline' : field} : ${quoted}` : quoted
    })
    .join(joint)
}
