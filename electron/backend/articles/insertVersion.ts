import { titleKey } from '../../../shared/text/titleKey.ts'
import type { Database } from '../database/openDatabase.ts'
import { prepared } from '../database/prepared.ts'
import { keyOf } from '../search/documents.ts'
import { documentChanged, documentPromised } from '../search/writeIndex.ts'
import { addressKey } from './addressKey.ts'
import { groupCopies } from './copies/groups.ts'
import { refreshDetails } from './details.ts'
import { type IncomingFile, type IncomingSource, importerVersion } from './incomingSource.ts'
import { joinWaiting } from './references/joinReferences.ts'
import { storedBlocks } from './storedBlocks.ts'

/** Adds an article. Its id comes from its bytes, so that the same file has the same id on every machine. */
export function insertArticle(db: Database, source: IncomingSource, now: string): string {
  const { parsed, file, part } = source
  const articleId = freeId(db, `a${file.sha256.slice(0, 12)}${part > 0 ? `-p${part + 1}` : ''}`)
  return inTransaction(db, () => {
    const { lastInsertRowid } = prepared(
      db,
      `INSERT INTO articles (article_id, version, title, title_key, byline, publisher, published_on, modified_on, url,
         canonical_url, language, section, evidence) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      articleId,
      parsed.title,
      titleKey(parsed.title),
      parsed.byline,
      parsed.publisher,
      parsed.publishedOn,
      parsed.modifiedOn,
      parsed.url,
      parsed.canonicalUrl,
      parsed.language,
      parsed.section,
      JSON.stringify(parsed.evidence),
    )
    const id = Number(lastInsertRowid)
    insertVersion(db, id, 1, source, now)
    const key = keyOf('article', id)
    const isJoined = joinWaiting(db, id, parsed)
    if (isJoined) refreshDetails(db, id)
    // With what its reference says of it, it is another document than the one that was indexed with it.
    if (source.indexed && !isJoined) {
      source.indexed.keys[source.indexed.number] = key
      documentPromised(db, key)
    } else documentChanged(db, key)
    groupCopies(db, id, source.sketch)
    return articleId
  })
}

/** Adds a newer version to an article that is there; one in the bin comes back. Gives its number. */
export function addVersion(db: Database, articleId: string, source: IncomingSource, now: string): number {
  return inTransaction(db, () => {
    const { id, version } = prepared(db, 'SELECT id, version FROM articles WHERE article_id = ?').get(
      articleId,
    ) as { id: number; version: number }
    insertVersion(db, id, version + 1, source, now)
    prepared(db, 'UPDATE articles SET version = ?, removed_at = NULL WHERE id = ?').run(version + 1, id)
    joinWaiting(db, id, source.parsed)
    refreshDetails(db, id)
    documentChanged(db, keyOf('article', id))
    groupCopies(db, id, source.sketch)
    return version + 1
  })
}

/**
 * Lays what a better importer found in the same bytes over what an older one found: details and blocks. The text is
 * the same to the letter, so highlights and citations stand as they did.
 */
export function rereadVersion(
  db: Database,
  { articleId, version }: { articleId: string; version: number },
  { parsed, sketch, part, parts }: IncomingSource,
): void {
  inTransaction(db, () => {
    const { id, newest, url, evidence } = prepared(
      db,
      `SELECT a.id, a.version AS newest, v.url, v.evidence FROM articles a
       JOIN article_versions v ON v.article = a.id AND v.version = ? WHERE a.article_id = ?`,
    ).get(version, articleId) as { id: number; newest: number; url: string | null; evidence: string }
    prepared(
      db,
      `UPDATE article_versions SET title = ?, byline = ?, publisher = ?, published_on = ?, modified_on = ?, url = ?,
         canonical_url = ?, address_key = ?, language = ?, section = ?, evidence = ?, blocks = ?, importer = ?,
         part = ?, parts = ?
       WHERE article = ? AND version = ?`,
    ).run(
      ...detailValues(parsed.url === null ? withUrl(parsed, url, evidence) : parsed),
      storedBlocks(parsed.blocks),
      importerVersion,
      part,
      parts,
      id,
      version,
    )
    joinWaiting(db, id, parsed)
    refreshDetails(db, id)
    documentChanged(db, keyOf('article', id))
    if (version === newest) groupCopies(db, id, sketch)
  })
}

/** An address is often given with a file and does not stand in it: it is kept when the file comes again without. */
function withUrl<T extends IncomingSource['parsed']>(parsed: T, url: string | null, evidence: string): T {
  const { url: from } = JSON.parse(evidence) as T['evidence']
  return { ...parsed, url, evidence: { ...parsed.evidence, ...(from ? { url: from } : {}) } }
}

/** Keeps the untouched bytes of a file, once. */
export function keepOriginal(
  db: Database,
  { sha256, bytes, packed }: Pick<IncomingFile, 'sha256' | 'bytes' | 'packed'>,
): void {
  prepared(db, 'INSERT OR IGNORE INTO originals (sha256, bytes, packed) VALUES (?, ?, ?)').run(
    sha256,
    bytes,
    packed,
  )
}

function insertVersion(
  db: Database,
  article: number,
  version: number,
  { file, parsed, textSha256, origin, part, parts }: IncomingSource,
  now: string,
): void {
  keepOriginal(db, file)
  prepared(
    db,
    `INSERT INTO article_versions (title, byline, publisher, published_on, modified_on, url, canonical_url, address_key,
       language, section, evidence, blocks, importer, article, version, original_sha256, part, parts, origin,
       imported_at, captured_at, encoding, no_text, text, text_sha256)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...detailValues(parsed),
    storedBlocks(parsed.blocks),
    importerVersion,
    BigInt(article),
    version,
    file.sha256,
    part,
    parts,
    origin,
    now,
    parsed.capturedAt,
    parsed.encoding,
    parsed.noText,
    parsed.text,
    textSha256,
  )
}

function detailValues(parsed: IncomingSource['parsed']): (string | null)[] {
  return [
    parsed.title,
    parsed.byline,
    parsed.publisher,
    parsed.publishedOn,
    parsed.modifiedOn,
    parsed.url,
    parsed.canonicalUrl,
    addressKey(parsed.canonicalUrl ?? parsed.url),
    parsed.language,
    parsed.section,
    JSON.stringify(parsed.evidence),
  ]
}

function freeId(db: Database, wanted: string): string {
  const taken = prepared(db, 'SELECT 1 FROM articles WHERE article_id = ?')
  let id = wanted
  for (let n = 2; taken.get(id); n++) id = `${wanted}-${n}`
  return id
}

/** An import commits many articles at once; its own transaction is then the one that counts. */
function inTransaction<T>(db: Database, work: () => T): T {
  return db.inTransaction ? work() : db.transaction(work)()
}
