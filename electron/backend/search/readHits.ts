import type { Block, SearchHit } from '../../../shared/contract/article.ts'
import { makeSnippet } from '../articles/snippet.ts'
import { readBlocks } from '../articles/storedBlocks.ts'
import type { Database } from '../database/openDatabase.ts'
import { prepared } from '../database/prepared.ts'
import { idOf, kindOf, readDocument } from './documents.ts'
import type { FindMatches } from './quickMatches.ts'
import type { FoundDocument } from './runQuery.ts'

/** What the list shows of a document that was found; null when it has gone meanwhile. */
export function readHit(db: Database, { key, score }: FoundDocument, find: FindMatches): SearchHit | null {
  switch (kindOf(key)) {
    case 'article':
      return readArticleHit(db, idOf(key), score, find)
    case 'highlight':
      return readHighlightHit(db, idOf(key), score, find)
    case 'pack':
      return readPackHit(db, key, score, find)
  }
}

function readArticleHit(db: Database, id: number, score: number, find: FindMatches): SearchHit | null {
  const row = prepared(
    db,
    `SELECT a.article_id AS articleId, a.version, a.title, a.publisher, a.published_on AS publishedOn,
       (SELECT count(*) FROM highlights h WHERE h.article = a.id AND h.removed_at IS NULL) AS highlights,
       (SELECT json_group_array(tag) FROM article_tags t WHERE t.article = a.id) AS tags,
       (SELECT count(*) FROM articles b WHERE b.copy_group = a.copy_group AND b.id <> a.id AND b.removed_at IS NULL) AS copies
     FROM articles a WHERE a.id = ? AND a.removed_at IS NULL`,
  ).get(id) as
    | (Pick<SearchHit, 'articleId' | 'title' | 'publisher' | 'publishedOn' | 'highlights' | 'copies'> & {
        version: number
        tags: string
      })
    | undefined
  if (!row) return null
  const { version, tags, ...shown } = row
  // By itself it takes half the time that it takes as a join.
  const { text, blocks } = prepared(
    db,
    'SELECT text, blocks FROM article_versions WHERE article = ? AND version = ?',
  ).get(id, version) as { text: string; blocks: string }
  return {
    kind: 'article',
    highlightId: null,
    packId: null,
    ...shown,
    ...makeSnippet(text, readBlocks(blocks), find(text)),
    score,
    tags: JSON.parse(tags) as string[],
  }
}

function readHighlightHit(db: Database, id: number, score: number, find: FindMatches): SearchHit | null {
  const row = prepared(
    db,
    `SELECT h.highlight_id AS highlightId, h.start, h."end", h.exact, h.note, h.tags, a.article_id AS articleId, a.title,
       a.publisher, a.published_on AS publishedOn
     FROM highlights h JOIN articles a ON a.id = h.article
     WHERE h.id = ? AND h.removed_at IS NULL AND a.removed_at IS NULL`,
  ).get(id) as
    | (Pick<SearchHit, 'articleId' | 'highlightId' | 'title' | 'publisher' | 'publishedOn'> & {
        start: number
        end: number
        exact: string
        note: string
        tags: string
      })
    | undefined
  if (!row) return null
  const { start, end, exact, note, tags, ...shown } = row
  const text = note ? `${note}\n${exact}` : exact
  return {
    kind: note ? 'note' : 'highlight',
    packId: null,
    ...shown,
    ...makeSnippet(text, wholeBlock(text), find(text)),
    at: [start, end],
    score,
    highlights: 1,
    tags: JSON.parse(tags) as string[],
    copies: 0,
  }
}

function readPackHit(db: Database, key: number, score: number, find: FindMatches): SearchHit | null {
  const document = readDocument(db, key)
  const packId = prepared(db, 'SELECT pack_id FROM packs WHERE id = ?').pluck().get(idOf(key)) as
    | string
    | undefined
  if (!document || packId === undefined) return null
  const { title, text, day } = document
  return {
    kind: 'pack',
    articleId: '',
    highlightId: null,
    packId,
    title,
    publisher: null,
    publishedOn: day,
    ...makeSnippet(text, wholeBlock(text), find(text)),
    at: null,
    score,
    highlights: 0,
    tags: [],
    copies: 0,
  }
}

const wholeBlock = (text: string): Block[] =>
  text === '' ? [] : [{ kind: 'paragraph', start: 0, end: text.length }]
