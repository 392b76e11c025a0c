import type { WaitingReference } from '../../../../shared/contract/article.ts'
import { Failure } from '../../../../shared/contract/fault.ts'
import { titleKey } from '../../../../shared/text/titleKey.ts'
import type { Database } from '../../database/openDatabase.ts'
import { prepared } from '../../database/prepared.ts'
import { keyOf } from '../../search/documents.ts'
import { documentChanged } from '../../search/writeIndex.ts'
import { addressKey } from '../addressKey.ts'
import { refreshDetails } from '../details.ts'
import type { IncomingFile } from '../incomingSource.ts'
import { keepOriginal } from '../insertVersion.ts'
import type { ReferenceRecord } from '../parsedSource.ts'
import { findDescribed, join } from './joinReferences.ts'

/** What became of a reference: the article it was joined to, or null while it waits; and whether it was there before. */
export interface StoredReference {
  articleId: string | null
  isKnown: boolean
}

/** Keeps a reference with the file it came in, and joins it to its article when that is there. */
export function storeReference(
  db: Database,
  file: Pick<IncomingFile, 'sha256' | 'bytes' | 'packed'>,
  { part, origin, reference }: { part: number; origin: string; reference: ReferenceRecord },
  now: string,
): StoredReference {
  keepOriginal(db, file)
  const known = prepared(
    db,
    `SELECT r.id, a.article_id AS articleId FROM reference_records r LEFT JOIN articles a ON a.id = r.article
     WHERE r.original_sha256 = ? AND r.part = ?`,
  ).get(file.sha256, part) as { id: number; articleId: string | null } | undefined
  if (known) {
    prepared(db, 'UPDATE reference_records SET removed_at = NULL WHERE id = ?').run(known.id)
    // Its article may have come while it was not waited for.
    return { articleId: known.articleId ?? joinDescribed(db, known.id, reference), isKnown: true }
  }
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO reference_records (original_sha256, part, origin, imported_at, title_key, address_key, record)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    file.sha256,
    part,
    origin,
    now,
    titleKey(reference.title),
    addressKey(reference.url),
    JSON.stringify(reference),
  )
  return { articleId: joinDescribed(db, Number(lastInsertRowid), reference), isKnown: false }
}

/** Joins a stored reference to its article. Gives the article's id; null when it is not there. */
function joinDescribed(db: Database, id: number, reference: ReferenceRecord): string | null {
  const article = findDescribed(db, reference)
  if (article === null) return null
  join(db, id, article, reference)
  const articleId = prepared(db, 'SELECT article_id FROM articles WHERE id = ?')
    .pluck()
    .get(article) as string
  refreshDetails(db, article)
  documentChanged(db, keyOf('article', article))
  return articleId
}

/** The references that wait for their articles, newest first. */
export function listWaiting(db: Database): WaitingReference[] {
  const rows = prepared(
    db,
    'SELECT id, origin, record FROM reference_records WHERE article IS NULL AND removed_at IS NULL ORDER BY id DESC',
  ).all() as { id: number; origin: string; record: string }[]
  return rows.map(({ id, origin, record }) => {
    const { title, byline, publisher, publishedOn, url, from } = JSON.parse(record) as ReferenceRecord
    return { referenceId: id, title, byline, publisher, publishedOn, url, from, origin }
  })
}

/** Waits for a reference's article no longer. Importing its file again brings it back. */
export function removeReference(db: Database, referenceId: number, now: string): void {
  const { changes } = prepared(
    db,
    'UPDATE reference_records SET removed_at = ? WHERE id = ? AND article IS NULL',
  ).run(now, referenceId)
  if (changes === 0)
    throw new Failure('not-found', 'This reference does not wait any more. Nothing was changed.')
}
