import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { titleKey } from '../../../shared/text/titleKey.ts'
import { type Database, openDatabase } from '../../backend/database/openDatabase.ts'
import { prepared } from '../../backend/database/prepared.ts'
import { buildSegment, type IndexedDocument } from '../../backend/search/buildSegment.ts'
import { furnitureIn, keyOf } from '../../backend/search/documents.ts'
import { mergeIndex } from '../../backend/search/mergeIndex.ts'
import { mergeSegments } from '../../backend/search/mergeSegments.ts'
import { openSegment } from '../../backend/search/segmentReader.ts'
import { addSegment, documentPromised, prepareIndex } from '../../backend/search/writeIndex.ts'
import { type NewsArticle, newsCorpus } from './newsCorpus.ts'
import { openPlain, type PlainWriter } from './plainSearch.ts'

export interface MadeArchive {
  folder: string
  articles: number
  seed: number
  /** Milliseconds of making segments, of storing rows and segments, and of merging; 0 when it was there already. */
  took: { building: number; storing: number; merging: number }
}

/** So many articles make one segment, and so many segments are stored in one commit, as an import does. */
const segmentArticles = 64
const commitSegments = 8
/** So many articles are stored between two rounds of merging. */
const roundArticles = 4096

/**
 * An archive of so many articles, indexed and merged to the end, with plain FTS5 over the same rows beside it if wanted. One that was
 * made in this folder before, by the same rules from the same seed, is used again.
 */
export function makeArchive(
  folder: string,
  articles: number,
  seed: number,
  { plain: isPlainToo = true } = {},
): MadeArchive {
  const made = join(folder, 'made.json')
  const article = newsCorpus(seed)
  const rules = rulesOf(article, articles, seed)
  const nothing = { building: 0, storing: 0, merging: 0 }
  if (existsSync(made) && readFileSync(made, 'utf8') === rules)
    return { folder, articles, seed, took: nothing }
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const opened = openDatabase(folder)
  const plain = isPlainToo ? openPlain(folder) : null
  try {
    // Nothing of it is worth keeping when the power goes.
    opened.db.pragma('synchronous = OFF')
    prepareIndex(opened.db)
    opened.db.prepare("INSERT INTO originals (sha256, bytes, packed) VALUES ('', 0, x'')").run()
    const took = fill(opened.db, plain, article, articles)
    plain?.end()
    opened.db.exec('ANALYZE')
    opened.db.pragma('wal_checkpoint(TRUNCATE)')
    writeFileSync(made, rules)
    return { folder, articles, seed, took }
  } finally {
    opened.close()
  }
}

function fill(
  db: Database,
  plain: PlainWriter | null,
  article: (number: number) => NewsArticle,
  articles: number,
): MadeArchive['took'] {
  const took = { building: 0, storing: 0, merging: 0 }
  const timed = <T>(what: keyof typeof took, work: () => T): T => {
    const started = performance.now()
    const result = work()
    took[what] += performance.now() - started
    return result
  }
  for (let from = 0; from < articles; ) {
    const to = Math.min(from + segmentArticles * commitSegments, articles)
    const batch = Array.from({ length: to - from }, (_, i) => article(from + i))
    const documents = batch.map((each, i) => asDocument(each, from + i + 1))
    const segments = timed('building', () =>
      chunks(documents, segmentArticles).map(chunk => ({
        built: buildSegment(chunk),
        keys: chunk.map(({ key }) => key),
      })),
    )
    timed('storing', () =>
      db.transaction(() => {
        for (const [i, each] of batch.entries()) insertRows(db, each, from + i + 1)
        for (const { built, keys } of segments) {
          for (const key of keys) documentPromised(db, key)
          addSegment(db, built, keys)
        }
      })(),
    )
    plain?.add(batch, from + 1)
    from = to
    if (from % roundArticles === 0 || from === articles)
      timed('merging', () => {
        for (const _ of mergeIndex(db));
      })
  }
  return took
}

export function asDocument(article: NewsArticle, id: number): IndexedDocument {
  const { title, byline, publisher, day, text, blocks } = article
  return { key: keyOf('article', id), title, byline, publisher, day, text, furniture: furnitureIn(blocks) }
}

function insertRows(db: Database, article: NewsArticle, id: number): void {
  const { title, byline, publisher, day, text, blocks } = article
  const hash = createHash('sha256').update(text).digest('hex')
  prepared(
    db,
    `INSERT INTO articles (id, article_id, version, title, title_key, byline, publisher, published_on, language, sketch)
     VALUES (?, ?, 1, ?, ?, ?, ?, ?, 'en-GB', x'')`,
  ).run(BigInt(id), articleIdOf(id), title, titleKey(title), byline, publisher, day)
  prepared(
    db,
    `INSERT INTO article_versions (article, version, original_sha256, origin, imported_at, encoding, title, byline, publisher,
       published_on, language, text, text_sha256, blocks)
     VALUES (?, 1, '', 'bench.txt', '2025-01-01T00:00:00.000Z', 'utf-8', ?, ?, ?, ?, 'en-GB', ?, ?, ?)`,
  ).run(BigInt(id), title, byline, publisher, day, text, hash, JSON.stringify(blocks))
}

export const articleIdOf = (id: number): string => `a${String(id).padStart(7, '0')}`

/** What an archive is made by: another generator or another form of the index, and it is made anew. */
function rulesOf(article: (number: number) => NewsArticle, articles: number, seed: number): string {
  const first = Array.from({ length: segmentArticles }, (_, i) => article(i))
  const hash = createHash('sha256').update(JSON.stringify(first))
  const documents = first.map((each, i) => asDocument(each, i + 1))
  const inputs = chunks(documents, segmentArticles / 2).map(chunk => {
    const { documents: count, terms, bytes } = buildSegment(chunk)
    const size = { documents: count, terms, dictionary: bytes.dictionary.length, blocks: bytes.blocks.length }
    const reader = openSegment(size, (stream, from, to) => bytes[stream].subarray(from, to))
    return { reader, isDead: () => false }
  })
  for (const _ of mergeSegments(inputs, (stream, bytes) => hash.update(stream).update(bytes)));
  return JSON.stringify({ articles, seed, index: hash.digest('hex') })
}

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))
