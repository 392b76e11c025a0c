import type { Block } from '../../../shared/contract/article.ts'
import { Briefing } from '../../../shared/document/briefing.ts'
import { plainText } from '../../../shared/document/walk.ts'
import { readBlocks } from '../articles/storedBlocks.ts'
import type { Database } from '../database/openDatabase.ts'
import { prepared } from '../database/prepared.ts'
import { readRevision } from '../packs/revisions.ts'
import type { IndexedDocument } from './buildSegment.ts'

/** What may be found. The key of a document is the number of its row, times four, plus its kind's place here. */
export const documentKinds = ['article', 'highlight', 'pack'] as const
export type DocumentKind = (typeof documentKinds)[number]

export const keyOf = (kind: DocumentKind, id: number): number => id * 4 + documentKinds.indexOf(kind)
export const kindOf = (key: number): DocumentKind => documentKinds[key & 3]!
export const idOf = (key: number): number => key >>> 2

/** A document as it is now; null when it is gone, or in the bin. */
export function readDocument(db: Database, key: number): IndexedDocument | null {
  const id = idOf(key)
  switch (kindOf(key)) {
    case 'article':
      return readArticle(db, key, id)
    case 'highlight':
      return readHighlight(db, key, id)
    case 'pack':
      return readPack(db, key, id)
  }
}

/** The keys of all documents that are to be found, ascending within each kind. */
export function allKeys(db: Database): number[] {
  const ids = (sql: string): number[] => db.prepare(sql).pluck().all() as number[]
  return [
    ...ids('SELECT id FROM articles WHERE removed_at IS NULL ORDER BY id').map(id => keyOf('article', id)),
    ...ids(livingHighlights).map(id => keyOf('highlight', id)),
    ...ids('SELECT id FROM packs WHERE removed_at IS NULL ORDER BY id').map(id => keyOf('pack', id)),
  ]
}

const livingHighlights = `SELECT h.id FROM highlights h JOIN articles a ON a.id = h.article
  WHERE h.removed_at IS NULL AND a.removed_at IS NULL ORDER BY h.id`

function readArticle(db: Database, key: number, id: number): IndexedDocument | null {
  const row = prepared(
    db,
    `SELECT a.title, a.byline, a.publisher, a.published_on AS day, v.text, v.blocks FROM articles a
     JOIN article_versions v ON v.article = a.id AND v.version = a.version WHERE a.id = ? AND a.removed_at IS NULL`,
  ).get(id) as
    | {
        title: string
        byline: string | null
        publisher: string | null
        day: string | null
        text: string
        blocks: string
      }
    | undefined
  if (!row) return null
  const { blocks, ...rest } = row
  return { key, ...rest, furniture: furnitureIn(readBlocks(blocks)) }
}

export const furnitureIn = (blocks: readonly Block[]): Block[] => blocks.filter(({ furniture }) => furniture)

function readHighlight(db: Database, key: number, id: number): IndexedDocument | null {
  const row = prepared(
    db,
    `SELECT h.exact, h.note, h.tags, a.published_on AS day FROM highlights h JOIN articles a ON a.id = h.article
     WHERE h.id = ? AND h.removed_at IS NULL AND a.removed_at IS NULL`,
  ).get(id) as { exact: string; note: string; tags: string; day: string | null } | undefined
  if (!row) return null
  const text = [row.exact, row.note, (JSON.parse(row.tags) as string[]).join('\n')].join('\n')
  return { key, day: row.day, title: '', byline: null, publisher: null, text, furniture: [] }
}

function readPack(db: Database, key: number, id: number): IndexedDocument | null {
  const row = prepared(
    db,
    'SELECT title, revision, modified_at FROM packs WHERE id = ? AND removed_at IS NULL',
  ).get(id) as { title: string; revision: number; modified_at: string } | undefined
  if (!row) return null
  return {
    key,
    day: row.modified_at.slice(0, 10),
    title: row.title,
    byline: null,
    publisher: null,
    text: packText(readRevision(db, id, row.revision)),
    furniture: [],
  }
}

/** The words of a draft; none when it is of a newer Despatch's making. */
function packText(stored: unknown): string {
  const briefing = Briefing.safeParse(stored)
  return briefing.success ? plainText(briefing.data.content) : ''
}
