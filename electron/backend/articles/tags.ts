import type { Database } from '../database/openDatabase.ts'
import { prepared } from '../database/prepared.ts'

/** The tags of an article, in alphabetical order. A tag is the same in capitals and small letters. */
export const tagsOf = (db: Database, article: number): string[] =>
  prepared(db, 'SELECT tag FROM article_tags WHERE article = ? ORDER BY tag').pluck().all(article) as string[]

/** Gives those that were not there before. */
export function addTags(db: Database, article: number, tags: readonly string[]): string[] {
  const insert = prepared(db, 'INSERT OR IGNORE INTO article_tags (article, tag) VALUES (?, ?)')
  return tags.filter(tag => insert.run(article, tag).changes > 0)
}

/** Gives those that were there, as they were written. */
export function removeTags(db: Database, article: number, tags: readonly string[]): string[] {
  const remove = prepared(db, 'DELETE FROM article_tags WHERE article = ? AND tag = ? RETURNING tag').pluck()
  return tags.flatMap(tag => (remove.get(article, tag) as string | undefined) ?? [])
}

/** Every tag of the articles that are not in the bin, with how many have it. */
export const listTags = (db: Database): { tag: string; articles: number }[] =>
  prepared(
    db,
    `SELECT t.tag, count(*) AS articles FROM article_tags t JOIN articles a ON a.id = t.article
     WHERE a.removed_at IS NULL GROUP BY t.tag ORDER BY t.tag`,
  ).all() as { tag: string; articles: number }[]
