import { inflateRawSync } from 'node:zlib'
import type { Article, ArticleDetails, NamedVersion } from '../../../shared/contract/article.ts'
import { Failure } from '../../../shared/contract/fault.ts'
import type { Database } from '../database/openDatabase.ts'
import { prepared } from '../database/prepared.ts'
import { keyOf } from '../search/documents.ts'
import { documentChanged } from '../search/writeIndex.ts'
import { type DetailColumns, knownDetails, refreshDetails } from './details.ts'
import { withDecisions } from './furnitureDecisions.ts'
import { readBlocks } from './storedBlocks.ts'
import { tagsOf } from './tags.ts'

/** A row of one article's one version, with what lies over it not yet laid over. */
interface VersionRow extends DetailColumns {
  id: number
  version: number
  versions: number
  original_sha256: string
  original_bytes: number
  origin: string
  part: number
  imported_at: string
  captured_at: string | null
  importer: string
  encoding: string
  no_text: string | null
  text: string
  blocks: string
  purpose: string | null
  lawful_basis: string | null
  licence: string | null
  retain_until: string | null
  copies: number
}

/** The article with its corrections laid over it. Throws `not-found`. Removed ones can be read: packs cite them. */
export function getArticle(db: Database, articleId: string, version?: number): Article {
  const row = prepared(
    db,
    `SELECT a.version AS versions, a.purpose, a.lawful_basis, a.licence, a.retain_until, v.*, a.id,
       o.bytes AS original_bytes,
       (SELECT count(*) FROM articles b WHERE b.copy_group = a.copy_group AND b.id <> a.id AND b.removed_at IS NULL) AS copies
     FROM articles a
     JOIN article_versions v ON v.article = a.id AND v.version = coalesce(?, a.version)
     JOIN originals o ON o.sha256 = v.original_sha256
     WHERE a.article_id = ?`,
  ).get(version ?? null, articleId) as VersionRow | undefined
  if (!row) throw noArticle(articleId, version)
  const { details, evidence, corrected } = knownDetails(db, row.id, row)
  return {
    articleId,
    version: row.version,
    versions: row.versions,
    ...details,
    evidence,
    corrected,
    tags: tagsOf(db, row.id),
    handling: {
      purpose: row.purpose,
      lawfulBasis: row.lawful_basis,
      licence: row.licence,
      retainUntil: row.retain_until,
    },
    copies: row.copies,
    sha256: row.original_sha256,
    originalBytes: row.original_bytes,
    origin: row.origin,
    part: row.part,
    importedAt: row.imported_at,
    capturedAt: row.captured_at ?? row.imported_at,
    importer: row.importer,
    encoding: row.encoding,
    noText: row.no_text,
    text: row.text,
    blocks: withDecisions(db, row.id, row.text, readBlocks(row.blocks)),
  }
}

/** The versions of an article, the newest first. Throws `not-found`. */
export function listVersions(db: Database, articleId: string): NamedVersion[] {
  const { versions } = getArticle(db, articleId)
  return Array.from({ length: versions }, (_, i) => namedVersion(getArticle(db, articleId, versions - i)))
}

export const namedVersion = ({
  articleId,
  version,
  title,
  publisher,
  publishedOn,
  capturedAt,
}: Article): NamedVersion => ({ articleId, version, title, publisher, publishedOn, capturedAt })

/** Lays an official's corrections over what import found. They outlive every later import. */
export function correctArticle(
  db: Database,
  articleId: string,
  details: Partial<ArticleDetails>,
  now: string,
): void {
  db.transaction(() => {
    const id = rowId(db, articleId)
    const put = prepared(
      db,
      `INSERT INTO article_corrections (article, field, value, corrected_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (article, field) DO UPDATE SET value = excluded.value, corrected_at = excluded.corrected_at`,
    )
    for (const [field, value] of Object.entries(details))
      if (value !== undefined) put.run(id, field, value, now)
    refreshDetails(db, id)
    documentChanged(db, keyOf('article', id))
  })()
}

/** Puts an article into the bin. It leaves lists and search; packs that cite it keep it. */
export function removeArticle(db: Database, articleId: string, now: string): void {
  const id = rowId(db, articleId)
  prepared(db, 'UPDATE articles SET removed_at = coalesce(removed_at, ?) WHERE id = ?').run(now, id)
  articleChanged(db, id)
}

export function restoreArticle(db: Database, articleId: string): void {
  const id = rowId(db, articleId)
  prepared(db, 'UPDATE articles SET removed_at = NULL WHERE id = ?').run(id)
  articleChanged(db, id)
}

/** The untouched bytes of a version's original. */
export function originalBytes(db: Database, hash: string): Uint8Array {
  const row = prepared(db, 'SELECT packed FROM originals WHERE sha256 = ?').get(hash) as
    | { packed: Buffer }
    | undefined
  if (!row)
    throw new Failure(
      'not-found',
      'The original of this article is missing from the archive. Run a check of the archive.',
    )
  return inflateRawSync(row.packed)
}

export const noArticle = (articleId: string, version?: number): Failure =>
  new Failure(
    'not-found',
    version === undefined
      ? `There is no article ${articleId} in this archive.`
      : `There is no version ${version} of article ${articleId} in this archive.`,
  )

/** An article that goes or comes takes its highlights along. */
function articleChanged(db: Database, id: number): void {
  documentChanged(db, keyOf('article', id))
  const highlights = prepared(db, 'SELECT id FROM highlights WHERE article = ?').pluck().all(id) as number[]
  for (const highlight of highlights) documentChanged(db, keyOf('highlight', highlight))
}

/** The number of an article's row. Throws `not-found`. */
export function rowId(db: Database, articleId: string): number {
  const id = prepared(db, 'SELECT id FROM articles WHERE article_id = ?').pluck().get(articleId) as
    | number
    | undefined
  if (id === undefined) throw noArticle(articleId)
  return id
}
