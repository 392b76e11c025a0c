import type { Database } from './database/openDatabase.ts'

export interface RemovedItem {
  kind: 'article' | 'pack' | 'highlight'
  id: string
  title: string
  removedAt: string
}

/** What is in the bin, last removed first. Everything in it can be restored. */
export function listRemoved(db: Database): RemovedItem[] {
  return db
    .prepare(
      `SELECT 'article' AS kind, article_id AS id, title, removed_at AS removedAt
         FROM articles WHERE removed_at IS NOT NULL
       UNION ALL SELECT 'pack', pack_id, title, removed_at FROM packs WHERE removed_at IS NOT NULL
       UNION ALL SELECT 'highlight', highlight_id, exact, removed_at FROM highlights WHERE removed_at IS NOT NULL
       ORDER BY removedAt DESC`,
    )
    .all() as RemovedItem[]
}
