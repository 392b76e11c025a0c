import { numberCitations } from '../../../shared/document/citations.ts'
import type { Database } from '../database/openDatabase.ts'
import { prepared } from '../database/prepared.ts'
import { readRevision } from './revisions.ts'

/** The numbers of the rows of the articles that a pack cites now; of the packs whose titles hold some words, where these are given. */
export function citedArticles(db: Database, title: string | null): Set<number> {
  const packs = prepared(db, 'SELECT id, title, revision FROM packs WHERE removed_at IS NULL').all() as {
    id: number
    title: string
    revision: number
  }[]
  const articleIds = new Set<string>()
  for (const pack of packs) {
    if (title !== null && !pack.title.toLowerCase().includes(title.toLowerCase())) continue
    for (const { articleId } of numberCitations(readRevision(db, pack.id, pack.revision).content).values())
      articleIds.add(articleId)
  }
  return new Set(
    prepared(db, 'SELECT id FROM articles WHERE article_id IN (SELECT value FROM json_each(?))')
      .pluck()
      .all(JSON.stringify([...articleIds])) as number[],
  )
}

/** Whether the marking of a pack holds these words. */
export function hasMarking(db: Database, pack: number, marking: string): boolean {
  const { revision } = prepared(db, 'SELECT revision FROM packs WHERE id = ?').get(pack) as {
    revision: number
  }
  return readRevision(db, pack, revision).head.marking.toLowerCase().includes(marking.toLowerCase())
}
