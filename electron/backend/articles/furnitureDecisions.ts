import type { Block } from '../../../shared/contract/article.ts'
import { Failure } from '../../../shared/contract/fault.ts'
import type { Database } from '../database/openDatabase.ts'
import { prepared } from '../database/prepared.ts'
import { sha256 } from './sha256.ts'
import { noArticle } from './store.ts'
import { readBlocks } from './storedBlocks.ts'

/** What a block says, and which of those that say the same it is: so a decision also holds in a later version. */
function* keyed(text: string, blocks: readonly Block[]): Generator<[key: string, block: Block]> {
  const seen = new Map<string, number>()
  for (const block of blocks) {
    const hash = sha256(text.slice(block.start, block.end)).slice(0, 24)
    const nth = (seen.get(hash) ?? 0) + 1
    seen.set(hash, nth)
    yield [nth === 1 ? hash : `${hash}-${nth}`, block]
  }
}

/** The blocks of an article as an official wants them: hidden or shown against what the importer thought. */
export function withDecisions(db: Database, article: number, text: string, blocks: Block[]): Block[] {
  const rows = prepared(db, 'SELECT block, hidden FROM furniture_decisions WHERE article = ?').all(
    article,
  ) as {
    block: string
    hidden: number
  }[]
  if (rows.length === 0) return blocks
  const decisions = new Map(rows.map(({ block, hidden }) => [block, hidden === 1]))
  return [...keyed(text, blocks)].map(([key, block]) => {
    const hidden = decisions.get(key)
    if (hidden === undefined) return block
    const { furniture, ...rest } = block
    return hidden
      ? { ...rest, furniture: furniture ?? 'Hidden by you', decided: 'hidden' }
      : { ...rest, decided: 'shown' }
  })
}

/**
 * Hides or shows the block that begins at `start`; with null the importer decides again. Throws `not-found` when the
 * version is not there, `invalid-input` when no block begins there.
 */
export function decideFurniture(
  db: Database,
  place: { articleId: string; version: number; start: number },
  decision: 'hidden' | 'shown' | null,
  now: string,
): void {
  const row = prepared(
    db,
    `SELECT a.id, v.text, v.blocks FROM articles a JOIN article_versions v ON v.article = a.id AND v.version = ?
     WHERE a.article_id = ?`,
  ).get(place.version, place.articleId) as { id: number; text: string; blocks: string } | undefined
  if (!row) throw noArticle(place.articleId, place.version)
  const found = [...keyed(row.text, readBlocks(row.blocks))].find(([, { start }]) => start === place.start)
  if (!found)
    throw new Failure(
      'invalid-input',
      'No paragraph begins there. Nothing was changed. Open the article again and choose the paragraph anew.',
    )
  const [key, block] = found
  const isAsImported = decision === null || (decision === 'hidden') === (block.furniture !== undefined)
  if (isAsImported)
    prepared(db, 'DELETE FROM furniture_decisions WHERE article = ? AND block = ?').run(row.id, key)
  else
    prepared(
      db,
      'INSERT OR REPLACE INTO furniture_decisions (article, block, hidden, decided_at) VALUES (?, ?, ?, ?)',
    ).run(row.id, key, decision === 'hidden' ? 1 : 0, now)
}
