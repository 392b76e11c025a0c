import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Article, ArticleDetails, Block } from '../../../shared/contract/article.ts'
import { Failure } from '../../../shared/contract/fault.ts'
import type { Database } from '../database/openDatabase.ts'
import type { ParsedSource } from './parsedSource.ts'
import { indexArticle, unindexArticle } from './searchIndex.ts'

/** A source ready to be stored: its untouched bytes beside what the importer made of them. */
export interface IncomingSource {
  bytes: Uint8Array
  sha256: string
  origin: string
  parsed: ParsedSource
}

/** A row of one article's one version, with its corrections not yet laid over it. */
interface VersionRow {
  id: number
  article_id: string
  version: number
  versions: number
  original_sha256: string
  original_bytes: number
  origin: string
  imported_at: string
  encoding: string
  title: string
  byline: string | null
  publisher: string | null
  published_on: string | null
  url: string | null
  language: string | null
  text: string
  blocks: string
}

export const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex')

/** Adds an article. Its id comes from its bytes, so that the same file has the same id on every machine. */
export function insertArticle(db: Database, source: IncomingSource, now: string): string {
  const articleId = freeId(db, `a${source.sha256.slice(0, 12)}`)
  return db.transaction(() => {
    const { lastInsertRowid } = db
      .prepare('INSERT INTO articles (article_id, version) VALUES (?, 1)')
      .run(articleId)
    insertVersion(db, BigInt(lastInsertRowid), 1, source, now)
    indexArticle(db, articleId)
    return articleId
  })()
}

/** Adds a newer version to an article that is there. Gives its number. */
export function addVersion(db: Database, articleId: string, source: IncomingSource, now: string): number {
  return db.transaction(() => {
    const { id, version } = db
      .prepare('SELECT id, version FROM articles WHERE article_id = ?')
      .get(articleId) as { id: number; version: number }
    unindexArticle(db, articleId)
    insertVersion(db, BigInt(id), version + 1, source, now)
    db.prepare('UPDATE articles SET version = ?, removed_at = NULL WHERE id = ?').run(version + 1, id)
    indexArticle(db, articleId)
    return version + 1
  })()
}

/** The article with its corrections laid over it. Throws `not-found`. Removed ones can be read: packs cite them. */
export function getArticle(db: Database, articleId: string, version?: number): Article {
  const row = db
    .prepare(
      `SELECT a.id, a.article_id, a.version AS versions, v.*, o.bytes AS original_bytes
       FROM articles a
       JOIN article_versions v ON v.article = a.id AND v.version = coalesce(?, a.version)
       JOIN originals o ON o.sha256 = v.original_sha256
       WHERE a.article_id = ?`,
    )
    .get(version ?? null, articleId) as VersionRow | undefined
  if (!row) throw noArticle(articleId, version)
  const corrections = db
    .prepare('SELECT field, value FROM article_corrections WHERE article = ?')
    .all(row.id) as { field: keyof ArticleDetails; value: string | null }[]
  return {
    articleId,
    version: row.version,
    versions: row.versions,
    title: row.title,
    byline: row.byline,
    publisher: row.publisher,
    publishedOn: row.published_on,
    url: row.url,
    language: row.language,
    modifiedOn: null,
    canonicalUrl: null,
    section: null,
    ...Object.fromEntries(corrections.map(({ field, value }) => [field, value])),
    corrected: corrections.map(({ field }) => field),
    sha256: row.original_sha256,
    originalBytes: row.original_bytes,
    origin: row.origin,
    importedAt: row.imported_at,
    encoding: row.encoding,
    text: row.text,
    blocks: JSON.parse(row.blocks) as Block[],
  }
}

/** Lays an official's corrections over what import found. They outlive every later import. */
export function correctArticle(
  db: Database,
  articleId: string,
  details: Partial<ArticleDetails>,
  now: string,
): void {
  db.transaction(() => {
    const id = articleRow(db, articleId)
    const isLive = unindexArticle(db, articleId)
    const put = db.prepare(
      `INSERT INTO article_corrections (article, field, value, corrected_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (article, field) DO UPDATE SET value = excluded.value, corrected_at = excluded.corrected_at`,
    )
    for (const [field, value] of Object.entries(details))
      if (value !== undefined) put.run(id, field, value, now)
    if (isLive) indexArticle(db, articleId)
  })()
}

/** Puts an article into the bin. It leaves lists and search; packs that cite it keep it. */
export function removeArticle(db: Database, articleId: string, now: string): void {
  db.transaction(() => {
    const id = articleRow(db, articleId)
    unindexArticle(db, articleId)
    db.prepare('UPDATE articles SET removed_at = coalesce(removed_at, ?) WHERE id = ?').run(now, id)
  })()
}

export function restoreArticle(db: Database, articleId: string): void {
  db.transaction(() => {
    const id = articleRow(db, articleId)
    unindexArticle(db, articleId)
    db.prepare('UPDATE articles SET removed_at = NULL WHERE id = ?').run(id)
    indexArticle(db, articleId)
  })()
}

/** The untouched bytes of a version's original. */
export function originalBytes(db: Database, hash: string): Uint8Array {
  const row = db.prepare('SELECT packed FROM originals WHERE sha256 = ?').get(hash) as
    | { packed: Buffer }
    | undefined
  if (!row)
    throw new Failure(
      'not-found',
      'The original of this article is missing from the archive. Run a check of the archive.',
    )
  return inflateRawSync(row.packed)
}

/** An article found by its sameness: which version is the same, which is the newest, and whether it is in the bin. */
export interface SameArticle {
  articleId: string
  version: number
  newest: number
  removed: boolean
}

/** The article one of whose versions has these bytes, or this text at the same address or at none. */
export function findSame(
  db: Database,
  key: { sha256: string } | { textSha256: string; url: string | null },
): SameArticle | null {
  const where =
    'sha256' in key
      ? 'v.original_sha256 = ?'
      : 'v.text_sha256 = ? AND (v.url IS ? OR ? IS NULL OR v.url IS NULL)'
  const values = 'sha256' in key ? [key.sha256] : [key.textSha256, key.url, key.url]
  return same(
    db.prepare(`${sameArticle} WHERE ${where} ORDER BY a.id, v.version DESC LIMIT 1`).get(...values),
  )
}

/** The article whose newest version came from this address. */
export function findByUrl(db: Database, url: string): SameArticle | null {
  return same(
    db.prepare(`${sameArticle} WHERE v.url = ? AND v.version = a.version ORDER BY a.id LIMIT 1`).get(url),
  )
}

const sameArticle = `SELECT a.article_id AS articleId, v.version, a.version AS newest, a.removed_at IS NOT NULL AS removed
  FROM article_versions v JOIN articles a ON a.id = v.article`

const same = (row: unknown): SameArticle | null =>
  row ? { ...(row as SameArticle), removed: Boolean((row as SameArticle).removed) } : null

export const noArticle = (articleId: string, version?: number): Failure =>
  new Failure(
    'not-found',
    version === undefined
      ? `There is no article ${articleId} in this archive.`
      : `There is no version ${version} of article ${articleId} in this archive.`,
  )

function articleRow(db: Database, articleId: string): number {
  const row = db.prepare('SELECT id FROM articles WHERE article_id = ?').get(articleId) as
    | { id: number }
    | undefined
  if (!row) throw noArticle(articleId)
  return row.id
}

function insertVersion(
  db: Database,
  article: bigint,
  version: number,
  source: IncomingSource,
  now: string,
): void {
  const { parsed } = source
  db.prepare('INSERT OR IGNORE INTO originals (sha256, bytes, packed) VALUES (?, ?, ?)').run(
    source.sha256,
    source.bytes.byteLength,
    deflateRawSync(source.bytes),
  )
  db.prepare(
    `INSERT INTO article_versions (article, version, original_sha256, origin, imported_at, encoding, title, byline,
       publisher, published_on, url, language, text, text_sha256, blocks)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    article,
    version,
    source.sha256,
    source.origin,
    now,
    parsed.encoding,
    parsed.title,
    parsed.byline,
    parsed.publisher,
    parsed.publishedOn,
    parsed.url,
    parsed.language,
    parsed.text,
    sha256(parsed.text),
    JSON.stringify(parsed.blocks),
  )
}

function freeId(db: Database, wanted: string): string {
  const taken = db.prepare('SELECT 1 FROM articles WHERE article_id = ?')
  let id = wanted
  for (let n = 2; taken.get(id); n++) id = `${wanted}-${n}`
  return id
}
