import type { Database } from '../database/openDatabase.ts'
import { prepared } from '../database/prepared.ts'
import { buildSegment } from './buildSegment.ts'
import type { BuiltSegment } from './builtSegment.ts'
import { allKeys, readDocument } from './documents.ts'
import { findDocument, openIndex } from './openIndex.ts'
import { streams } from './segment.ts'
import { beginSegment, endSegment, pageWriter, removeSegment, setDead } from './segmentStore.ts'

/** How this Despatch makes its index. Another word here, and every archive is indexed anew when it is next opened. */
const maker = '3'

/** So many documents are read and indexed between two pauses. */
const documentsAtOnce = 32

/** The documents whose segment is about to be added, and which have not changed since it was made. */
const promised = new WeakMap<Database, Set<number>>()

/** Says that a document has changed, has come or is gone. To be called in the transaction that changes it. */
export function documentChanged(db: Database, key: number): void {
  promised.get(db)?.delete(key)
  prepared(db, 'INSERT OR IGNORE INTO search_waiting (key) VALUES (?)').run(key)
}

/**
 * Says that a document has come, and that a segment with it will be added soon (`addSegment`). To be called in the
 * transaction that stores it. Meanwhile the document waits, and is not indexed otherwise; should the program end, it
 * still waits when the archive is opened again.
 */
export function documentPromised(db: Database, key: number): void {
  documentChanged(db, key)
  const keys = promised.get(db) ?? new Set()
  promised.set(db, keys.add(key))
}

/** Says that no segment will be added with these documents: those that still wait are indexed like any other. */
export function promiseBroken(db: Database, keys: Iterable<number | null>): void {
  for (const key of keys) if (key !== null) promised.get(db)?.delete(key)
}

/**
 * Adds a segment that was built elsewhere, where the keys of its documents were not known; they are given here, ascending.
 * null stands for a document that was not stored after all; one that is not promised any more, because it has changed since,
 * counts as such. To be called in a transaction.
 */
export function addSegment(db: Database, built: BuiltSegment, keys: readonly (number | null)[]): void {
  const own = keys.map(key => (key !== null && promised.get(db)?.delete(key) ? key : null))
  if (own.every(key => key === null)) return
  const done = prepared(db, 'DELETE FROM search_waiting WHERE key = ?')
  const table = Uint8Array.from(built.bytes.documents)
  const view = new DataView(table.buffer)
  let last = 0
  own.forEach((key, i) => {
    if (key !== null) {
      last = key
      done.run(key)
    }
    view.setUint32(i * 4, last, true)
  })
  const segment = storeSegment(db, { ...built, bytes: { ...built.bytes, documents: table } })
  const gone = own.flatMap((key, i) => (key === null ? [i] : []))
  if (gone.length > 0) setDead(db, segment, built.documents, gone)
}

/** Indexes some of the documents that wait for it. Gives whether there are more. */
export function indexWaiting(db: Database): boolean {
  return db.transaction(() => {
    const promises = promised.get(db)
    const keys = (
      prepared(db, 'SELECT key FROM search_waiting ORDER BY key LIMIT ?')
        .pluck()
        .all(documentsAtOnce + (promises?.size ?? 0)) as number[]
    ).filter(key => !promises?.has(key))
    if (keys.length === 0) return false
    forget(db, keys)
    const documents = keys.flatMap(key => readDocument(db, key) ?? [])
    if (documents.length > 0) storeSegment(db, buildSegment(documents))
    const done = prepared(db, 'DELETE FROM search_waiting WHERE key = ?')
    for (const key of keys) done.run(key)
    return keys.length >= documentsAtOnce
  })()
}

/** How many documents wait to be indexed. */
export const waitingDocuments = (db: Database): number =>
  prepared(db, 'SELECT count(*) FROM search_waiting').pluck().get() as number

/** So many are indexed in a moment, or are what an import is about to bring. */
const fewWaiting = 1000

/** How many documents wait to be indexed, when these are more than there are for a moment; 0 otherwise. */
export function waitingLong(db: Database): number {
  const isMany = prepared(db, 'SELECT 1 FROM search_waiting LIMIT 1 OFFSET ?').pluck().get(fewWaiting)
  return isMany === undefined ? 0 : waitingDocuments(db)
}

/** Takes the whole index away, and has every document wait for a new one. Gives how many there are. */
export function clearIndex(db: Database): number {
  return db.transaction(() => {
    db.exec(
      'DELETE FROM search_pages; DELETE FROM search_segments; DELETE FROM search_waiting; DELETE FROM search_state',
    )
    const keys = allKeys(db)
    for (const key of keys) documentChanged(db, key)
    prepared(db, 'INSERT INTO search_state (maker) VALUES (?)').run(maker)
    return keys.length
  })()
}

/** Whether the index was made as this Despatch makes it: another one it cannot read. */
export const isOwnIndex = (db: Database): boolean =>
  prepared(db, 'SELECT maker FROM search_state').pluck().get() === maker

/**
 * To be called when an archive is opened for writing: clears away what a merge left when it was cut off, and has
 * everything indexed anew when the index was made in another way.
 */
export function prepareIndex(db: Database): void {
  if (!isOwnIndex(db)) clearIndex(db)
  const unfinished = prepared(db, "SELECT segment FROM search_segments WHERE state = 'building'")
    .pluck()
    .all() as number[]
  for (const segment of unfinished) db.transaction(() => removeSegment(db, segment))()
}

/** Marks the documents with these keys as gone, wherever they are. */
function forget(db: Database, keys: readonly number[]): void {
  for (const live of openIndex(db).segments()) {
    const gone = keys.map(key => findDocument(live, key)).filter(number => number >= 0)
    if (gone.length > 0) setDead(db, live.segment, live.reader.documents, gone)
  }
}

function storeSegment(db: Database, { documents, terms, bytes }: BuiltSegment): number {
  const segment = beginSegment(db)
  const pages = pageWriter(db, segment)
  for (const stream of streams) pages.append(stream, bytes[stream])
  pages.end()
  endSegment(db, segment, {
    documents,
    terms,
    dictionary: bytes.dictionary.length,
    blocks: bytes.blocks.length,
  })
  return segment
}
