import type { Database } from '../database/openDatabase.ts'
import { prepared } from '../database/prepared.ts'

/** Adds an article's newest version, as the desk shows it, to the search index. */
export function indexArticle(db: Database, articleId: string): void {
  prepared(
    db,
    `INSERT INTO article_index (rowid, title, byline, publisher, text)
     SELECT id, title, byline, publisher, text FROM article_current WHERE article_id = ?`,
  ).run(articleId)
}

/**
 * Takes an article out of the search index; to be called before anything about it changes, because the index
 * must be told exactly what it holds. Gives whether the article was in it.
 */
export function unindexArticle(db: Database, articleId: string): boolean {
  const { changes } = prepared(
    db,
    `INSERT INTO article_index (article_index, rowid, title, byline, publisher, text)
     SELECT 'delete', id, title, byline, publisher, text FROM article_current WHERE article_id = ?`,
  ).run(articleId)
  return changes > 0
}

/** Changes something about an article that the index holds. One in the bin stays out of it. */
export function reindexed(db: Database, articleId: string, change: () => void): void {
  const isLive = unindexArticle(db, articleId)
  change()
  if (isLive) indexArticle(db, articleId)
}

/** Whether the index says what the articles say; the reason when not. Writes nothing. */
export function checkIndex(db: Database): string | null {
  try {
    db.exec(`INSERT INTO article_index (article_index, rank) VALUES ('integrity-check', 1)`)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
