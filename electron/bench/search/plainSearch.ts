import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { NewsArticle } from './newsCorpus.ts'
import type { BenchQuery } from './queryMix.ts'

/** Plain FTS5 over the same rows: what anyone would write first, to be measured against. */
export interface PlainWriter {
  /** Articles with successive ids. */
  add(articles: readonly NewsArticle[], firstId: number): void
  end(): void
}

const fileIn = (folder: string): string => join(folder, 'plain.sqlite')

/** Makes an empty one. */
export function openPlain(folder: string): PlainWriter {
  const db = new Sqlite(fileIn(folder))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = OFF')
  db.exec(`CREATE TABLE article (id INTEGER PRIMARY KEY, day TEXT, title TEXT, byline TEXT, publisher TEXT, text TEXT);
    CREATE VIRTUAL TABLE plain USING fts5 (title, byline, publisher, text, content = 'article', content_rowid = 'id',
      tokenize = 'unicode61')`)
  const row = db.prepare(
    'INSERT INTO article (id, day, title, byline, publisher, text) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const index = db.prepare('INSERT INTO plain (rowid, title, byline, publisher, text) VALUES (?, ?, ?, ?, ?)')
  return {
    add: db.transaction((articles: readonly NewsArticle[], firstId: number) => {
      for (const [i, { day, title, byline, publisher, text }] of articles.entries()) {
        row.run(firstId + i, day, title, byline, publisher, text)
        index.run(BigInt(firstId + i), title, byline, publisher, text)
      }
    }),
    end() {
      db.exec("INSERT INTO plain (plain) VALUES ('optimize')")
      db.pragma('wal_checkpoint(TRUNCATE)')
      db.close()
    },
  }
}

/** The first 30 by rank, with snippets, and how many there are. */
export function searchPlain(folder: string): (query: BenchQuery) => number {
  const db = new Sqlite(fileIn(folder), { readonly: true })
  const shown = `article.id, article.title, article.publisher, article.day, snippet(plain, 3, '', '', '…', 30)`
  const on = 'plain JOIN article ON article.id = plain.rowid WHERE plain MATCH ?'
  const page = db.prepare(`SELECT ${shown} FROM ${on} ORDER BY rank LIMIT 30`)
  const count = db.prepare('SELECT count(*) FROM plain WHERE plain MATCH ?').pluck()
  const onDays = `${on} AND article.day BETWEEN ? AND ?`
  const pageOnDays = db.prepare(`SELECT ${shown} FROM ${onDays} ORDER BY rank LIMIT 30`)
  const countOnDays = db.prepare(`SELECT count(*) FROM ${onDays}`).pluck()
  return ({ plain: { match, days } }) => {
    if (days) {
      pageOnDays.all(match, ...days)
      return countOnDays.get(match, ...days) as number
    }
    page.all(match)
    return count.get(match) as number
  }
}
