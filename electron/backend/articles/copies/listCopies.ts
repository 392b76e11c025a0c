import type { Copy } from '../../../../shared/contract/article.ts'
import type { Database } from '../../database/openDatabase.ts'
import { prepared } from '../../database/prepared.ts'
import { getArticle, namedVersion, rowId } from '../store.ts'
import { decisionOn, membersOf, sharedText } from './groups.ts'

/**
 * The articles that carry the same copy as this one, most alike first, and those that an official has kept apart from
 * it. What is in the bin is left out. Throws `not-found`.
 */
export function listCopies(db: Database, articleId: string): Copy[] {
  const id = rowId(db, articleId)
  const apart = prepared(
    db,
    'SELECT CASE WHEN a = ? THEN b ELSE a END FROM copy_decisions WHERE same = 0 AND (a = ? OR b = ?)',
  )
    .pluck()
    .all(id, id, id) as number[]
  const others = [...new Set([...membersOf(db, id), ...apart])].filter(other => other !== id)
  return others
    .flatMap(other => {
      const row = prepared(
        db,
        'SELECT article_id AS otherId FROM articles WHERE id = ? AND removed_at IS NULL',
      ).get(other) as { otherId: string } | undefined
      if (!row) return []
      const named = namedVersion(getArticle(db, row.otherId))
      return [{ ...named, shared: sharedText(db, id, other), decided: decisionOn(db, id, other) }]
    })
    .sort((a, b) => b.shared - a.shared)
}
