import type { Database } from '../database/openDatabase.ts'
import { prepared } from '../database/prepared.ts'
import { openSegment, type SegmentReader } from './segmentReader.ts'
import { deadBits, isSet, liveSegments, type PageCache, pageCache, pageReader } from './segmentStore.ts'

/** A segment of the index with those of its documents that are gone. */
export interface LiveSegment {
  segment: number
  reader: SegmentReader
  dead: Uint8Array | null
  deadCount: number
}

/** The index as it is at this moment: ask for its segments within the transaction in which they are read. */
export interface OpenIndex {
  segments(): LiveSegment[]
}

const opened = new WeakMap<Database, OpenIndex>()
/** Pages of 32 KB that each connection keeps. */
const keptPages = 320

/** The index of an archive; the same one for the same connection. */
export function openIndex(db: Database): OpenIndex {
  const known = opened.get(db)
  if (known) return known
  const cache: PageCache = pageCache(keptPages)
  let segments = new Map<number, LiveSegment>()
  let seen = ''
  const index: OpenIndex = {
    segments() {
      const now = stateOf(db)
      if (now !== seen) {
        seen = now
        const earlier = segments
        segments = new Map(
          liveSegments(db).map(row => {
            const before = earlier.get(row.segment)
            const reader = before?.reader ?? openSegment(row, pageReader(db, row.segment, cache))
            const dead =
              before?.deadCount === row.dead_count
                ? before.dead
                : row.dead_count > 0
                  ? deadBits(db, row.segment)
                  : null
            return [row.segment, { segment: row.segment, reader, dead, deadCount: row.dead_count }]
          }),
        )
        for (const segment of earlier.keys()) if (!segments.has(segment)) cache.drop(segment)
      }
      return [...segments.values()]
    },
  }
  opened.set(db, index)
  return index
}

/** Another text whenever anything has been written, here or elsewhere. */
export const stateOf = (db: Database): string =>
  `${db.pragma('data_version', { simple: true })} ${prepared(db, 'SELECT total_changes()').pluck().get()}`

/** The number of the living document with this key in a segment; -1 when there is none. */
export function findDocument({ reader: { keys }, dead }: LiveSegment, key: number): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (keys[middle]! < key) low = middle + 1
    else high = middle
  }
  for (let number = low; keys[number] === key; number++) if (!isSet(dead, number)) return number
  return -1
}
