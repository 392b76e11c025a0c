import type { Database } from '../database/openDatabase.ts'
import { prepared } from '../database/prepared.ts'
import { pageSize, type Stream, streams } from './segment.ts'
import type { ReadBytes, SegmentSize } from './segmentReader.ts'
import type { Append } from './writeSegment.ts'

/** A segment as its row says. */
export interface SegmentRow extends SegmentSize {
  segment: number
  dead_count: number
}

/** The segments that make up the index, the oldest first. */
export const liveSegments = (db: Database): SegmentRow[] =>
  prepared(
    db,
    `SELECT segment, documents, terms, dictionary, blocks, dead_count FROM search_segments
     WHERE state = 'live' ORDER BY segment`,
  ).all() as SegmentRow[]

/** The documents of a segment that are gone, a bit for each; null when none is. */
export const deadBits = (db: Database, segment: number): Uint8Array | null =>
  prepared(db, 'SELECT dead FROM search_segments WHERE segment = ?').pluck().get(segment) as Uint8Array | null

export const isSet = (bits: Uint8Array | null, number: number): boolean =>
  bits !== null && ((bits[number >> 3]! >> (number & 7)) & 1) === 1

/** Marks documents of a segment as gone. */
export function setDead(db: Database, segment: number, documents: number, numbers: Iterable<number>): void {
  const bits = Uint8Array.from(deadBits(db, segment) ?? new Uint8Array((documents + 7) >> 3))
  for (const number of numbers) bits[number >> 3]! |= 1 << (number & 7)
  let count = 0
  for (const byte of bits) count += bitsIn(byte)
  prepared(db, 'UPDATE search_segments SET dead = ?, dead_count = ? WHERE segment = ?').run(
    bits,
    count,
    segment,
  )
}

/** Begins a segment, which is no part of the index yet. Gives its number. */
export function beginSegment(db: Database): number {
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO search_segments (state, documents, terms, dictionary, blocks) VALUES ('building', 0, 0, 0, 0)`,
  ).run()
  return Number(lastInsertRowid)
}

/** Makes a segment that is wholly written a part of the index. */
export function endSegment(
  db: Database,
  segment: number,
  { documents, terms, dictionary, blocks }: SegmentSize,
): void {
  prepared(
    db,
    `UPDATE search_segments SET state = 'live', documents = ?, terms = ?, dictionary = ?, blocks = ? WHERE segment = ?`,
  ).run(documents, terms, dictionary, blocks, segment)
}

/**
 * Takes a segment out of the index. Its bytes go afterwards, a little at a time (`removeSome`), or when the archive is opened
 * next, like those of one that was never ended.
 */
export function retireSegment(db: Database, segment: number): void {
  prepared(db, "UPDATE search_segments SET state = 'building' WHERE segment = ?").run(segment)
}

/** So many pages are taken away in some two milliseconds. */
const removedAtOnce = 32

/** Takes away some of the bytes of a segment that is out of the index, and the segment after the last. Gives whether there are more. */
export function removeSome(db: Database, segment: number): boolean {
  const { changes } = prepared(
    db,
    'DELETE FROM search_pages WHERE id IN (SELECT id FROM search_pages WHERE id >= ? AND id < ? LIMIT ?)',
  ).run(BigInt(segment * pagesOfSegment), BigInt((segment + 1) * pagesOfSegment), removedAtOnce)
  if (changes === removedAtOnce) return true
  removeSegment(db, segment)
  return false
}

/** Takes a segment and its bytes away. */
export function removeSegment(db: Database, segment: number): void {
  prepared(db, 'DELETE FROM search_pages WHERE id >= ? AND id < ?').run(
    BigInt(segment * pagesOfSegment),
    BigInt((segment + 1) * pagesOfSegment),
  )
  prepared(db, 'DELETE FROM search_segments WHERE segment = ?').run(segment)
}

const pagesOfSegment = 2 ** 21
const pageId = (segment: number, stream: Stream, page: number): number =>
  segment * pagesOfSegment + streams.indexOf(stream) * 2 ** 18 + page

/** Stores the streams of a segment in pages. `end` stores what does not fill one. */
export function pageWriter(db: Database, segment: number): { append: Append; end(): void } {
  const insert = prepared(db, 'INSERT INTO search_pages (id, data) VALUES (?, ?)')
  const open = new Map<Stream, { page: number; data: Uint8Array; used: number }>()
  const append: Append = (stream, bytes) => {
    let at = 0
    let page = open.get(stream)
    if (!page) {
      page = { page: 0, data: new Uint8Array(pageSize), used: 0 }
      open.set(stream, page)
    }
    while (at < bytes.length) {
      const count = Math.min(bytes.length - at, pageSize - page.used)
      page.data.set(bytes.subarray(at, at + count), page.used)
      page.used += count
      at += count
      if (page.used < pageSize) continue
      insert.run(BigInt(pageId(segment, stream, page.page)), page.data)
      page.page++
      page.used = 0
    }
  }
  const end = (): void => {
    for (const [stream, { page, data, used }] of open)
      if (used > 0) insert.run(BigInt(pageId(segment, stream, page)), data.subarray(0, used))
  }
  return { append, end }
}

/** Keeps the pages that were read last, so many at the most. */
export interface PageCache {
  get(id: number): Uint8Array | undefined
  put(id: number, data: Uint8Array): void
  /** Lets go of the pages of a segment that is gone. */
  drop(segment: number): void
}

export function pageCache(most: number): PageCache {
  const pages = new Map<number, Uint8Array>()
  return {
    get(id) {
      const data = pages.get(id)
      if (data !== undefined) {
        pages.delete(id)
        pages.set(id, data)
      }
      return data
    },
    put(id, data) {
      pages.set(id, data)
      if (pages.size > most) pages.delete(pages.keys().next().value!)
    },
    drop(segment) {
      const first = segment * pagesOfSegment
      for (const id of pages.keys()) if (id >= first && id < first + pagesOfSegment) pages.delete(id)
    },
  }
}

/** Reads the streams of a segment from its pages. */
export function pageReader(db: Database, segment: number, cache: PageCache): ReadBytes {
  const select = prepared(db, 'SELECT data FROM search_pages WHERE id = ?').pluck()
  // Most often the next bytes are on the same page.
  let last = { id: -1, data: nothing }
  const page = (stream: Stream, number: number): Uint8Array => {
    const id = pageId(segment, stream, number)
    if (last.id !== id) last = { id, data: read(id, `page ${number} of the ${stream}`) }
    return last.data
  }
  const read = (id: number, name: string): Uint8Array => {
    const known = cache.get(id)
    if (known) return known
    const found = select.get(BigInt(id)) as Buffer | undefined
    if (!found) throw new Error(`${name} of segment ${segment} is missing`)
    // A buffer's own `slice` would give a view where a copy is wanted.
    const data = new Uint8Array(found.buffer, found.byteOffset, found.byteLength)
    cache.put(id, data)
    return data
  }
  return (stream, from, to) => {
    if (to <= from) return nothing
    const first = Math.floor(from / pageSize)
    const last = Math.floor((to - 1) / pageSize)
    if (first === last) return page(stream, first).subarray(from - first * pageSize, to - first * pageSize)
    const bytes = new Uint8Array(to - from)
    for (let number = first; number <= last; number++) {
      const start = number * pageSize
      const data = page(stream, number)
      const begin = Math.max(from, start)
      bytes.set(data.subarray(begin - start, Math.min(to, start + pageSize) - start), begin - from)
    }
    return bytes
  }
}

const nothing: Uint8Array = new Uint8Array(0)

function bitsIn(byte: number): number {
  let count = 0
  for (let rest = byte; rest > 0; rest &= rest - 1) count++
  return count
}
