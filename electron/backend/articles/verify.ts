import { inflateRawSync } from 'node:zlib'
import type { Database } from '../database/openDatabase.ts'
import type { RunningJob } from '../jobs/runningJobs.ts'
import { checkIndex } from './searchIndex.ts'
import { sha256 } from './store.ts'

export interface Verification {
  articles: number
  originals: number
  differences: { articleId: string | null; what: string }[]
}

/**
 * Re-hashes every original and every text, checks the database's own structure and compares the search index
 * with the articles. Names each difference; changes nothing. `canCheckIndex` is false on a read-only archive,
 * where SQLite refuses the comparison; that is then named too.
 */
export async function verifyArchive(
  db: Database,
  job: RunningJob,
  canCheckIndex: boolean,
): Promise<Verification> {
  const differences: Verification['differences'] = []
  const structure = db.pragma('integrity_check') as { integrity_check: string }[]
  for (const { integrity_check: what } of structure)
    if (what !== 'ok') differences.push({ articleId: null, what })
  const originals = db.prepare('SELECT id, sha256 FROM originals ORDER BY id').all() as {
    id: number
    sha256: string
  }[]
  const versions = db
    .prepare(
      'SELECT v.rowid AS id, a.article_id AS articleId FROM article_versions v JOIN articles a ON a.id = v.article ORDER BY v.rowid',
    )
    .all() as { id: number; articleId: string }[]
  const total = originals.length + versions.length
  const packed = db.prepare('SELECT packed FROM originals WHERE id = ?')
  for (const [done, original] of originals.entries()) {
    job.signal.throwIfAborted()
    job.progress(done, total, 'Originals')
    if (!isIntact((packed.get(original.id) as { packed: Buffer }).packed, original.sha256)) {
      differences.push({
        articleId: ownerOf(db, original.sha256),
        what: `The original with SHA-256 ${original.sha256} has changed since it was stored.`,
      })
    }
    if (done % 50 === 0) await new Promise(setImmediate)
  }
  const text = db.prepare('SELECT version, text, text_sha256 FROM article_versions WHERE rowid = ?')
  for (const [done, { id, articleId }] of versions.entries()) {
    job.signal.throwIfAborted()
    job.progress(originals.length + done, total, 'Texts')
    const row = text.get(id) as { version: number; text: string; text_sha256: string }
    if (sha256(row.text) !== row.text_sha256) {
      differences.push({
        articleId,
        what: `The text of version ${row.version} has changed since it was stored.`,
      })
    }
    if (done % 50 === 0) await new Promise(setImmediate)
  }
  const index = canCheckIndex
    ? checkIndex(db)
    : 'The search index was not checked, because the archive is open read-only.'
  if (index)
    differences.push({
      articleId: null,
      what: canCheckIndex ? `The search index differs from the articles (${index}).` : index,
    })
  const { articles } = db.prepare('SELECT count(*) AS articles FROM articles').get() as { articles: number }
  job.progress(total, total, 'Done')
  return { articles, originals: originals.length, differences }
}

function isIntact(packed: Buffer, hash: string): boolean {
  try {
    return sha256(inflateRawSync(packed)) === hash
  } catch {
    return false
  }
}

function ownerOf(db: Database, hash: string): string | null {
  const row = db
    .prepare(
      'SELECT a.article_id FROM article_versions v JOIN articles a ON a.id = v.article WHERE v.original_sha256 = ?',
    )
    .get(hash) as { article_id: string } | undefined
  return row?.article_id ?? null
}
