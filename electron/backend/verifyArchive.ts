import { inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { Block } from '../../shared/contract/article.ts'
import { Briefing } from '../../shared/document/briefing.ts'
import { type DetailColumns, knownDetails } from './articles/details.ts'
import { sha256 } from './articles/sha256.ts'
import { readBlocks } from './articles/storedBlocks.ts'
import type { Database } from './database/openDatabase.ts'
import type { RunningJob } from './jobs/runningJobs.ts'
import { readRevision } from './packs/revisions.ts'
import { checkIndex } from './search/checkIndex.ts'
import { idOf, kindOf } from './search/documents.ts'
import { indexWaiting } from './search/writeIndex.ts'

export interface Verification {
  articles: number
  originals: number
  differences: { articleId: string | null; what: string }[]
  /** False on a read-only archive, where SQLite refuses the comparison. */
  indexChecked: boolean
}

/**
 * Re-hashes every original and every text, reads every block, highlight and draft revision, checks the database's
 * own structure and compares the search index with the articles. Names each difference; changes nothing.
 */
export async function verifyArchive(
  db: Database,
  job: RunningJob,
  canCheckIndex: boolean,
): Promise<Verification> {
  const differences: Verification['differences'] = []
  const tell = (articleId: string | null, what: string) => differences.push({ articleId, what })
  const structure = db.pragma('integrity_check') as { integrity_check: string }[]
  for (const { integrity_check: what } of structure) if (what !== 'ok') tell(null, what)

  const rows = <T>(sql: string): T[] => db.prepare(sql).all() as T[]
  const originals = rows<{ id: number; sha256: string }>('SELECT id, sha256 FROM originals ORDER BY id')
  const versions = rows<{ id: number; articleId: string }>(
    'SELECT v.rowid AS id, a.article_id AS articleId FROM article_versions v JOIN articles a ON a.id = v.article ORDER BY v.rowid',
  )
  const packs = rows<{ id: number; title: string; revision: number }>(
    'SELECT id, title, revision FROM packs ORDER BY id',
  )
  const issues = rows<{ id: number; version: string; title: string }>(
    'SELECT i.rowid AS id, version, title FROM issues i JOIN packs p ON p.id = i.pack ORDER BY i.rowid',
  )
  const { articles } = db.prepare('SELECT count(*) AS articles FROM articles').get() as { articles: number }
  const total = originals.length + versions.length + packs.length + issues.length + articles
  let done = 0
  const step = async (note: string): Promise<void> => {
    job.signal.throwIfAborted()
    job.progress(done++, total, note)
    if (done % 50 === 0) await new Promise(setImmediate)
  }

  const packed = db.prepare('SELECT packed FROM originals WHERE id = ?')
  for (const { id, sha256: hash } of originals) {
    await step('Originals')
    if (!isIntact((packed.get(id) as { packed: Buffer }).packed, hash)) {
      tell(ownerOf(db, hash), `The original with SHA-256 ${hash} has changed since it was stored.`)
    }
  }
  for (const { id, articleId } of versions) {
    await step('Texts')
    for (const what of versionDifferences(db, id)) tell(articleId, what)
  }
  for (const pack of packs) {
    await step('Packs')
    for (const what of revisionDifferences(db, pack)) tell(null, what)
  }
  for (const { id, version, title } of issues) {
    await step('What was issued')
    const issue = db.prepare('SELECT sha256, pdf FROM issues WHERE rowid = ?').get(id) as {
      sha256: string
      pdf: Buffer
    }
    if (sha256(issue.pdf) !== issue.sha256) {
      tell(null, `The PDF of version ${version} of “${title}” has changed since it was issued.`)
    }
  }
  for (const { articleId, id } of rows<{ articleId: string; id: number }>(
    'SELECT article_id AS articleId, id FROM articles ORDER BY id',
  )) {
    await step('Details')
    const what = staleDetails(db, id)
    if (what) tell(articleId, what)
  }
  if (canCheckIndex) {
    while (indexWaiting(db)) await step('Search index')
    const checking = checkIndex(db)
    let checked = checking.next()
    for (; !checked.done; checked = checking.next()) {
      job.signal.throwIfAborted()
      await new Promise(setImmediate)
    }
    for (const key of checked.value)
      tell(
        kindOf(key) === 'article' ? articleIdOf(db, idOf(key)) : null,
        `The search index does not say of this ${kindOf(key)} what stands in it. Make the index anew.`,
      )
  }
  job.progress(total, total, 'Done')
  return { articles, originals: originals.length, differences, indexChecked: canCheckIndex }
}

/** Whether the details that lists and search show of an article are those that its sources and corrections give. */
function staleDetails(db: Database, id: number): string | null {
  const shown = db.prepare('SELECT * FROM articles WHERE id = ?').get(id) as DetailColumns
  const found = db
    .prepare(
      'SELECT v.* FROM articles a JOIN article_versions v ON v.article = a.id AND v.version = a.version WHERE a.id = ?',
    )
    .get(id) as DetailColumns | undefined
  if (!found) return 'Its newest version is missing.'
  let details: ReturnType<typeof knownDetails>['details']
  try {
    details = knownDetails(db, id, found).details
  } catch {
    return 'What is known of it cannot be read.'
  }
  const differing = Object.entries(columnOf).filter(
    ([field, column]) => details[field as keyof typeof details] !== shown[column],
  )
  return differing.length === 0
    ? null
    : `What lists show as its ${differing.map(([field]) => field).join(', ')} is not what its source and its corrections say.`
}

const columnOf = {
  title: 'title',
  byline: 'byline',
  publisher: 'publisher',
  publishedOn: 'published_on',
  modifiedOn: 'modified_on',
  url: 'url',
  canonicalUrl: 'canonical_url',
  language: 'language',
  section: 'section',
} as const

/** What is wrong with the text of a version, its blocks and the highlights made on it. */
function versionDifferences(db: Database, id: number): string[] {
  const { article, version, text, text_sha256, blocks } = db
    .prepare('SELECT article, version, text, text_sha256, blocks FROM article_versions WHERE rowid = ?')
    .get(id) as { article: number; version: number; text: string; text_sha256: string; blocks: string }
  const highlights = db
    .prepare('SELECT highlight_id, start, "end", exact FROM highlights WHERE article = ? AND version = ?')
    .all(article, version) as { highlight_id: string; start: number; end: number; exact: string }[]
  return [
    ...(sha256(text) === text_sha256
      ? []
      : [`The text of version ${version} has changed since it was stored.`]),
    ...(areBlocks(blocks, text) ? [] : [`The blocks of version ${version} do not fit its text.`]),
    ...highlights
      .filter(({ start, end, exact }) => text.slice(start, end) !== exact)
      .map(({ highlight_id }) => `The highlight ${highlight_id} does not say what stands at its place.`),
  ]
}

function areBlocks(stored: string, text: string): boolean {
  try {
    return Blocks.parse(readBlocks(stored)).every(({ start, end }) => start < end && end <= text.length)
  } catch {
    return false
  }
}

const Blocks = z.array(Block)

/** Which revisions of a pack cannot be read back. */
function revisionDifferences(db: Database, pack: { id: number; title: string; revision: number }): string[] {
  const differences: string[] = []
  for (let revision = 1; revision <= pack.revision; revision++) {
    try {
      Briefing.parse(readRevision(db, pack.id, revision))
    } catch {
      differences.push(`Revision ${revision} of the pack “${pack.title}” cannot be read.`)
    }
  }
  return differences
}

function isIntact(packed: Buffer, hash: string): boolean {
  try {
    return sha256(inflateRawSync(packed)) === hash
  } catch {
    return false
  }
}

const articleIdOf = (db: Database, id: number): string | null =>
  (db.prepare('SELECT article_id FROM articles WHERE id = ?').pluck().get(id) as string | undefined) ?? null

function ownerOf(db: Database, hash: string): string | null {
  const row = db
    .prepare(
      'SELECT a.article_id FROM article_versions v JOIN articles a ON a.id = v.article WHERE v.original_sha256 = ?',
    )
    .get(hash) as { article_id: string } | undefined
  return row?.article_id ?? null
}
