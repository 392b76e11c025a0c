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
  parts: number
  importer: string
  textSha256: string
  /** The title it was imported with, whatever an official has made of it. */
  title: string
}

/** The articles that came from these bytes: one for each part, in order, the newest version of each that has them. */
export function findByBytes(db: Database, sha256: string): SameArticle[] {
  if (!prepared(db, 'SELECT 1 FROM article_versions WHERE original_sha256 = ? LIMIT 1').get(sha256)) return []
  const found = rows(
    prepared(db, `${sameArticle} WHERE v.original_sha256 = ? ORDER BY v.part, a.id, v.version DESC`).all(
      sha256,
    ),
  )
  const parts = new Set<number>()
  return found.filter(({ part }) => !parts.has(part) && parts.add(part))
}

/**
 * The article one of whose versions has this text at the same address, or where one of the two has no address. One that
 * is not in the bin is found first.
 */
export function findByText(db: Database, textSha256: string, address: string | null): SameArticle | null {
  if (!prepared(db, 'SELECT 1 FROM article_versions WHERE text_sha256 = ? LIMIT 1').get(textSha256))
    return null
  for (const [where, ...values] of address === null
    ? [['TRUE']]
    : [['v.address_key = ?', address], ['v.address_key IS NULL']])
    for (const bin of ['IS NULL', 'IS NOT NULL']) {
      // Thousands may have one text (a notice that a page could not be loaded), so the index gives the first.
      const found = prepared(
        db,
        `${sameArticle} WHERE v.text_sha256 = ? AND ${where} AND v.no_text IS NULL AND a.removed_at ${bin}
         ORDER BY v.address_key, v.rowid LIMIT 1`,
      ).all(textSha256, ...values)
      if (found.length > 0) return rows(found)[0]!
    }
  return null
}

/** At one address there are several articles at most; where there are more, it is no article's own. */
const mostAtAddress = 16

/** The articles whose newest version came from this address (see `addressKey`), the last that came first. */
export function findByAddress(db: Database, address: string): SameArticle[] {
  return rows(
    prepared(
      db,
      `${sameArticle} WHERE v.address_key = ? AND v.version = a.version ORDER BY v.rowid DESC LIMIT ${mostAtAddress}`,
    ).all(address),
  )
}

const sameArticle = `SELECT a.article_id AS articleId, v.version, a.version AS newest, a.removed_at IS NOT NULL AS removed,
    v.part, v.parts, v.importer, v.text_sha256 AS textSha256, v.title
  FROM article_versions v JOIN articles a ON a.id = v.article`

const rows = (found: unknown[]): SameArticle[] =>
  (found as SameArticle[]).map(row => ({ ...row, removed: Boolean(row.removed) }))
