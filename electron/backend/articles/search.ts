import type { Block, SearchHit, SearchPage } from '../../../shared/contract/article.ts'
import { readQuery, type Term } from '../../../shared/text/searchTerms.ts'
import type { Database } from '../database/openDatabase.ts'
import { matchExpression } from './matchExpression.ts'
import { makeSnippet } from './snippet.ts'

/**
 * The articles that hold every word typed, best match first (BM25 over title, byline, publisher and text);
 * all of them, newest first, when nothing was typed. Nothing that can be typed is an error: what holds no
 * word finds nothing.
 */
export function searchArticles(db: Database, typed: string, limit: number, offset: number): SearchPage {
  const terms = readQuery(typed)
  if (terms.length > 0) {
    const match = matchExpression(terms)
    const { total } = db.prepare(countMatches).get({ match }) as { total: number }
    const rows = db.prepare(bestMatches).all({ match, limit, offset }) as Row[]
    return { total, hits: rows.map(row => hit(row, terms)) }
  }
  if (typed.trim() !== '') return { total: 0, hits: [] }
  const { total } = db.prepare(countAll).get() as { total: number }
  const rows = db.prepare(newest).all({ limit, offset }) as Row[]
  return { total, hits: rows.map(row => hit(row, terms)) }
}

interface Row {
  article_id: string
  title: string
  publisher: string | null
  published_on: string | null
  text: string
  blocks: string
  rank: number
  highlights: number
  tags: string
  copies: number
}

const columns = `c.article_id, c.title, c.publisher, c.published_on, c.text, v.blocks,
  (SELECT count(*) FROM highlights h WHERE h.article = c.id AND h.removed_at IS NULL) AS highlights,
  (SELECT json_group_array(tag) FROM article_tags t WHERE t.article = c.id) AS tags,
  (SELECT count(*) FROM articles b WHERE b.copy_group = a.copy_group AND b.id <> a.id AND b.removed_at IS NULL) AS copies`
const currentVersion =
  'JOIN article_versions v ON v.article = c.id AND v.version = c.version JOIN articles a ON a.id = c.id'

const countMatches = 'SELECT count(*) AS total FROM article_index WHERE article_index MATCH @match'
// The weights say what a word is worth in the title, the byline, the publisher and the text.
const bestMatches = `
  SELECT ${columns}, m.rank FROM (
    SELECT rowid AS id, bm25(article_index, 8.0, 2.0, 3.0, 1.0) AS rank FROM article_index
    WHERE article_index MATCH @match ORDER BY rank, rowid LIMIT @limit OFFSET @offset
  ) m JOIN article_current c ON c.id = m.id ${currentVersion} ORDER BY m.rank, m.id`

const countAll = 'SELECT count(*) AS total FROM articles WHERE removed_at IS NULL'
const newest = `
  SELECT ${columns}, 0 AS rank FROM (
    SELECT id FROM articles WHERE removed_at IS NULL
    ORDER BY published_on IS NULL, published_on DESC, id DESC LIMIT @limit OFFSET @offset
  ) n JOIN article_current c ON c.id = n.id ${currentVersion}
  ORDER BY c.published_on IS NULL, c.published_on DESC, c.id DESC`

function hit(row: Row, terms: readonly Term[]): SearchHit {
  return {
    articleId: row.article_id,
    title: row.title,
    publisher: row.publisher,
    publishedOn: row.published_on,
    ...makeSnippet(row.text, JSON.parse(row.blocks) as Block[], terms),
    // FTS5 ranks the best match lowest.
    score: -row.rank,
    highlights: row.highlights,
    tags: JSON.parse(row.tags) as string[],
    copies: row.copies,
  }
}
