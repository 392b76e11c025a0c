import type { Database } from '../database/openDatabase.ts'
import { prepared } from '../database/prepared.ts'

/** An article found by its sameness: which version is the same, which is the newest, and whether it is in the bin. */
export interface SameArticle {
  articleId: string
  version: number
  newest: number
  removed: boolean
  /** Which article of its original it is, and which importer read it. */
  part: number
  importer: string
  textSha256: string
}

/** The articles that came from these bytes: one for each part, in order, the newest version of each that has them. */
export function findByBytes(db: Database, sha256: string): SameArticle[] {
  const found = rows(
    prepared(db, `${sameArticle} WHERE v.original_sha256 = ? ORDER BY v.part, a.id, v.version DESC`).all(
      sha256,
    ),
  )
  const parts = new Set<number>()
  return found.filter(({ part }) => !parts.has(part) && parts.add(part))
}

/** The article one of whose versions has this text at the same address, or where one of the two has no address. */
export function findByText(db: Database, textSha256: string, address: string | null): SameArticle | null {
  return (
    rows(
      prepared(
        db,
        `${sameArticle} WHERE v.text_sha256 = ? AND v.no_text IS NULL
           AND (v.address_key IS ? OR ? IS NULL OR v.address_key IS NULL) ORDER BY a.id, v.version DESC LIMIT 1`,
      ).all(textSha256, address, address),
    )[0] ?? null
  )
}

/** The article whose newest version came from this address (see `addressKey`). */
export function findByAddress(db: Database, address: string): SameArticle | null {
  return (
    rows(
      prepared(
        db,
        `${sameArticle} WHERE v.address_key = ? AND v.version = a.version ORDER BY a.id LIMIT 1`,
      ).all(address),
    )[0] ?? null
  )
}

const sameArticle = `SELECT a.article_id AS articleId, v.version, a.version AS newest, a.removed_at IS NOT NULL AS removed,
    v.part, v.importer, v.text_sha256 AS textSha256
  FROM article_versions v JOIN articles a ON a.id = v.article`

const rows = (found: unknown[]): SameArticle[] =>
  (found as SameArticle[]).map(row => ({ ...row, removed: Boolean(row.removed) }))
