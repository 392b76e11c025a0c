import type { BulkEdit, Handling } from '../../../shared/contract/article.ts'
import type { Database } from '../database/openDatabase.ts'
import { prepared } from '../database/prepared.ts'
import { rowId } from './store.ts'
import { addTags, removeTags } from './tags.ts'

const columns = {
  purpose: 'purpose',
  lawfulBasis: 'lawful_basis',
  licence: 'licence',
  retainUntil: 'retain_until',
} as const satisfies Record<keyof Handling, string>

/** Changes tags and handling of many articles, all or none. Gives the edits that undo it, one for each kind of undoing. */
export function editArticles(db: Database, edit: BulkEdit): BulkEdit[] {
  const undo = new Map<string, BulkEdit>()
  db.transaction(() => {
    for (const articleId of new Set(edit.articleIds)) {
      const back = editArticle(db, articleId, edit)
      const key = JSON.stringify(back)
      const alike = undo.get(key)
      if (alike) alike.articleIds.push(articleId)
      else undo.set(key, { articleIds: [articleId], ...back })
    }
  })()
  return [...undo.values()]
}

function editArticle(
  db: Database,
  articleId: string,
  { addTags: add, removeTags: remove, handling }: BulkEdit,
): Omit<BulkEdit, 'articleIds'> {
  const id = rowId(db, articleId)
  const before: Partial<Handling> = {}
  for (const field of Object.keys(columns) as (keyof Handling)[]) {
    const value = handling[field]
    if (value === undefined) continue
    const column = columns[field]
    before[field] = prepared(db, `SELECT ${column} FROM articles WHERE id = ?`).pluck().get(id) as
      | string
      | null
    prepared(db, `UPDATE articles SET ${column} = ? WHERE id = ?`).run(value, id)
  }
  const removed = removeTags(db, id, remove)
  const added = addTags(db, id, add)
  return { addTags: removed, removeTags: added, handling: before }
}
