import type { Block } from '../../../../shared/contract/article.ts'
import type { Database } from '../../database/openDatabase.ts'
import { prepared } from '../../database/prepared.ts'
import { readBlocks } from '../storedBlocks.ts'
import { sharedPart, shinglesIn, sketchOf } from './sketch.ts'

/** Two articles carry the same copy when this much of the shorter one's text stands in the other. */
const samePart = 0.5
/** A hash that more articles than this share says nothing: it is what a site prints under everything. */
const mostSharers = 64
/** How many likely copies are laid side by side with an article. */
const mostCandidates = 12

/**
 * Finds out whose copy an article is, and puts it into that group. `sketch` is of its newest text. A decision of an
 * official that two articles are different keeps their groups apart, also when a third article is like both.
 */
export function groupCopies(db: Database, article: number, sketch: readonly number[]): void {
  const forget = prepared(db, 'DELETE FROM sketches WHERE hash = ? AND article = ?')
  for (const hash of sketchIn(db, article)) forget.run(hash, article)
  const insert = prepared(db, 'INSERT INTO sketches (hash, article) VALUES (?, ?)')
  for (const hash of sketch) insert.run(hash, article)
  prepared(db, 'UPDATE articles SET sketch = ? WHERE id = ?').run(packed(sketch), article)
  regroup(db, article)
}

/** Puts an article, and all that stood in its group, into groups anew: after a new text or a decision. */
function regroup(db: Database, article: number, others: readonly number[] = []): void {
  const affected = [...new Set([article, ...others].flatMap(each => membersOf(db, each)))]
  if (affected.length > 1)
    for (const each of affected) prepared(db, 'UPDATE articles SET copy_group = NULL WHERE id = ?').run(each)
  for (const { a, b } of decisionsAmong(db, affected, true)) unite(db, a, b)
  const shinglesIn = shinglesOnce(db)
  const pairs = affected.flatMap(each => likelyCopies(db, each, shinglesIn))
  for (const { a, b } of pairs.sort((x, y) => y.shared - x.shared)) unite(db, a, b)
}

/** The articles in the same group, this one among them. */
export function membersOf(db: Database, article: number): number[] {
  const { copy_group: group } = prepared(db, 'SELECT copy_group FROM articles WHERE id = ?').get(article) as {
    copy_group: number | null
  }
  if (group === null) return [article]
  return prepared(db, 'SELECT id FROM articles WHERE copy_group = ? ORDER BY id')
    .pluck()
    .all(group) as number[]
}

/** What an official has said of two articles; null when nothing. */
export function decisionOn(db: Database, one: number, other: number): 'same' | 'different' | null {
  const row = prepared(db, 'SELECT same FROM copy_decisions WHERE a = ? AND b = ?').get(
    Math.min(one, other),
    Math.max(one, other),
  ) as { same: number } | undefined
  return row ? (row.same ? 'same' : 'different') : null
}

/** Stores or takes back an official's word on two articles, and groups anew. */
export function decideCopy(
  db: Database,
  one: number,
  other: number,
  decision: 'same' | 'different' | null,
  now: string,
): void {
  const [a, b] = [Math.min(one, other), Math.max(one, other)]
  if (decision === null) prepared(db, 'DELETE FROM copy_decisions WHERE a = ? AND b = ?').run(a, b)
  else
    prepared(db, 'INSERT OR REPLACE INTO copy_decisions (a, b, same, decided_at) VALUES (?, ?, ?, ?)').run(
      a,
      b,
      decision === 'same' ? 1 : 0,
      now,
    )
  regroup(db, a, [b])
}

/** How much of the shorter of two articles stands in both, from 0 to 1. */
export const sharedText = (db: Database, one: number, other: number): number =>
  sharedPart(shinglesOf(db, one), shinglesOf(db, other))

/** Groups an article that was stored without a sketch. */
export function groupUnsketched(db: Database, article: number): void {
  const { text, blocks } = newestText(db, article)
  groupCopies(db, article, sketchOf(text, blocks))
}

interface Pair {
  a: number
  b: number
  shared: number
}

/** The articles that carry the same copy as this one, by their texts alone. */
function likelyCopies(db: Database, article: number, shinglesIn: (id: number) => Set<number>): Pair[] {
  const common = new Map<number, number>()
  for (const hash of sketchIn(db, article)) {
    const sharers = prepared(db, `SELECT article FROM sketches WHERE hash = ? LIMIT ${mostSharers + 1}`)
      .pluck()
      .all(hash) as number[]
    if (sharers.length > mostSharers) continue
    for (const sharer of sharers) if (sharer !== article) common.set(sharer, (common.get(sharer) ?? 0) + 1)
  }
  const candidates = [...common].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, mostCandidates)
  if (candidates.length === 0) return []
  return candidates.flatMap(([other]) => {
    const shared = sharedPart(shinglesIn(article), shinglesIn(other))
    return shared >= samePart ? [{ a: article, b: other, shared }] : []
  })
}

/** Makes one group of two, unless an official keeps a member of one apart from a member of the other. */
function unite(db: Database, one: number, other: number): void {
  const ones = membersOf(db, one)
  if (ones.includes(other)) return
  const all = [...ones, ...membersOf(db, other)]
  if (decisionsAmong(db, all, false).length > 0) return
  const group = Math.min(...all)
  for (const each of all) prepared(db, 'UPDATE articles SET copy_group = ? WHERE id = ?').run(group, each)
}

function decisionsAmong(
  db: Database,
  articles: readonly number[],
  same: boolean,
): { a: number; b: number }[] {
  if (articles.length < 2) return []
  const ids = JSON.stringify(articles)
  return prepared(
    db,
    `SELECT a, b FROM copy_decisions WHERE same = ?
       AND a IN (SELECT value FROM json_each(?)) AND b IN (SELECT value FROM json_each(?)) ORDER BY decided_at, a, b`,
  ).all(same ? 1 : 0, ids, ids) as { a: number; b: number }[]
}

function sketchIn(db: Database, article: number): Uint32Array {
  const blob = prepared(db, 'SELECT sketch FROM articles WHERE id = ?').pluck().get(article) as Buffer | null
  return new Uint32Array(Uint8Array.from(blob ?? []).buffer)
}

const packed = (sketch: readonly number[]): Uint8Array => new Uint8Array(Uint32Array.from(sketch).buffer)

const shinglesOf = (db: Database, article: number): Set<number> => {
  const { text, blocks } = newestText(db, article)
  return new Set(shinglesIn(text, blocks))
}

/** So many shingles are kept in memory at most; each takes some forty bytes. */
const mostShingles = 500_000

/** Gives the shingles of articles, each mostly made once: a whole group is compared with itself. */
function shinglesOnce(db: Database): (article: number) => Set<number> {
  const made = new Map<number, Set<number>>()
  let kept = 0
  return article => {
    const known = made.get(article)
    if (known) return known
    const shingles = shinglesOf(db, article)
    if (kept + shingles.size > mostShingles) {
      made.clear()
      kept = 0
    }
    made.set(article, shingles)
    kept += shingles.size
    return shingles
  }
}

function newestText(db: Database, article: number): { text: string; blocks: Block[] } {
  const row = prepared(
    db,
    'SELECT v.text, v.blocks FROM articles a JOIN article_versions v ON v.article = a.id AND v.version = a.version WHERE a.id = ?',
  ).get(article) as { text: string; blocks: string }
  return { text: row.text, blocks: readBlocks(row.blocks) }
}
