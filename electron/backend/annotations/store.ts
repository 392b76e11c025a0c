import { randomBytes } from 'node:crypto'
import { Failure } from '../../../shared/contract/fault.ts'
import type { Highlight, HighlightKind } from '../../../shared/contract/highlight.ts'
import { getArticle } from '../articles/store.ts'
import type { Database } from '../database/openDatabase.ts'
import { anchor, occurrences, selectorFor } from './anchor.ts'

/** What a person says of a highlight; what is left out stays, or starts, as it is. */
export interface HighlightWishes {
  kind?: HighlightKind
  note?: string
  tags?: string[]
}

/** Marks a range of an article's version. Throws `invalid-input` when the range is not in its text. */
export function createHighlight(
  db: Database,
  place: { articleId: string; version: number; start: number; end: number },
  details: HighlightWishes,
  now: string,
): Highlight {
  const { text } = getArticle(db, place.articleId, place.version)
  const { start, end } = wholeCharacters(text, place)
  if (start >= end || end > text.length || text.slice(start, end).trim() === '') {
    throw new Failure(
      'invalid-input',
      'The passage to mark is empty or outside the article. Nothing was marked. Select the words again.',
    )
  }
  const highlightId = `h${randomBytes(8).toString('hex')}`
  const selector = selectorFor(text, start, end)
  db.prepare(
    `INSERT INTO highlights (highlight_id, article, version, start, "end", exact, prefix, suffix, kind, note, tags, created_at, modified_at)
     SELECT ?, id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM articles WHERE article_id = ?`,
  ).run(
    highlightId,
    place.version,
    start,
    end,
    selector.exact,
    selector.prefix,
    selector.suffix,
    details.kind ?? 'claim',
    details.note ?? '',
    JSON.stringify(details.tags ?? []),
    now,
    now,
    place.articleId,
  )
  return toHighlight(rowOf(db, highlightId))
}

/** Marks the one place of the newest version where these words stand. Throws when there is none or more than one. */
export function createHighlightByQuote(
  db: Database,
  articleId: string,
  quote: string,
  details: HighlightWishes,
  now: string,
): Highlight {
  const { text, version, title } = getArticle(db, articleId)
  const places = occurrences(text, quote)
  if (places.length === 0) {
    throw new Failure(
      'quote-not-found',
      `These words do not stand in “${title}” exactly as given. Nothing was marked. Copy them from the article.`,
    )
  }
  if (places.length > 1) {
    throw new Failure(
      'quote-not-unique',
      `These words stand ${places.length} times in “${title}”. Nothing was marked. Give more of the sentence.`,
    )
  }
  const start = places[0]!
  return createHighlight(db, { articleId, version, start, end: start + quote.length }, details, now)
}

/** The highlights of an article, in order of place, each anchored in the version asked for or listed for review. */
export function listHighlights(db: Database, articleId: string, version?: number): Highlight[] {
  const article = getArticle(db, articleId, version)
  const rows = db
    .prepare(`${select} WHERE a.article_id = ? AND h.removed_at IS NULL ORDER BY h.start, h."end", h.id`)
    .all(articleId) as Row[]
  return rows.map(row => {
    if (row.version === article.version) return toHighlight(row)
    const range = anchor(article.text, row)
    return range
      ? { ...toHighlight(row), ...range, version: article.version }
      : { ...toHighlight(row), state: 'review' as const }
  })
}

/** One highlight in the version it was made on, with whether it or its article is in the bin. Throws `not-found`. */
export function getHighlight(db: Database, highlightId: string): Highlight & { removed: boolean } {
  const row = rowOf(db, highlightId)
  return { ...toHighlight(row), removed: row.removed_at !== null || row.article_removed_at !== null }
}

export function updateHighlight(
  db: Database,
  highlightId: string,
  details: HighlightWishes,
  now: string,
): Highlight {
  const old = getHighlight(db, highlightId)
  db.prepare(
    'UPDATE highlights SET kind = ?, note = ?, tags = ?, modified_at = ? WHERE highlight_id = ?',
  ).run(
    details.kind ?? old.kind,
    details.note ?? old.note,
    JSON.stringify(details.tags ?? old.tags),
    now,
    highlightId,
  )
  return toHighlight(rowOf(db, highlightId))
}

/** Puts a highlight into the bin, or takes it out again with `now` null. Packs that cite it keep it. */
export function setHighlightRemoved(db: Database, highlightId: string, now: string | null): void {
  const { changes } = db
    .prepare('UPDATE highlights SET removed_at = ? WHERE highlight_id = ?')
    .run(now, highlightId)
  if (changes === 0) throw noHighlight(highlightId)
}

interface Row {
  highlight_id: string
  article_id: string
  version: number
  start: number
  end: number
  exact: string
  prefix: string
  suffix: string
  kind: HighlightKind
  note: string
  tags: string
  created_at: string
  modified_at: string
  removed_at: string | null
  article_removed_at: string | null
}

const select =
  'SELECT h.*, a.article_id, a.removed_at AS article_removed_at FROM highlights h JOIN articles a ON a.id = h.article'

function rowOf(db: Database, highlightId: string): Row {
  const row = db.prepare(`${select} WHERE h.highlight_id = ?`).get(highlightId) as Row | undefined
  if (!row) throw noHighlight(highlightId)
  return row
}

/** A range that cuts a surrogate pair, widened to take the whole character in. */
function wholeCharacters(
  text: string,
  { start, end }: { start: number; end: number },
): { start: number; end: number } {
  const cutsPair = (at: number): boolean =>
    /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at))
  return { start: cutsPair(start) ? start - 1 : start, end: cutsPair(end) ? end + 1 : end }
}

function toHighlight(row: Row): Highlight {
  return {
    highlightId: row.highlight_id,
    articleId: row.article_id,
    version: row.version,
    start: row.start,
    end: row.end,
    exact: row.exact,
    prefix: row.prefix,
    suffix: row.suffix,
    kind: row.kind,
    note: row.note,
    tags: JSON.parse(row.tags) as string[],
    state: 'anchored',
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  }
}

const noHighlight = (highlightId: string): Failure =>
  new Failure('not-found', `There is no highlight ${highlightId} in this archive.`)
