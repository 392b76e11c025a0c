import type { Database } from '../database/openDatabase.ts'
import { mergeSegments } from './mergeSegments.ts'
import { findDocument, type LiveSegment, openIndex } from './openIndex.ts'
import { mostDocuments, type Stream } from './segment.ts'
import { openSegment } from './segmentReader.ts'
import {
  beginSegment,
  deadBits,
  endSegment,
  isSet,
  pageCache,
  pageReader,
  pageWriter,
  removeSegment,
  removeSome,
  retireSegment,
  setDead,
} from './segmentStore.ts'

/** So many segments of about one size are made into one, unless told otherwise. */
const usualFanOut = 8
/** A segment with this part of its documents gone is written anew without them. */
const mostDead = 0.4

/**
 * Merges segments where that is due, a little at a time: each step is short, and what is written becomes part of the index
 * in one commit at the end. Ends when nothing is due. What a merge has written is cleared away when it is cut off.
 */
export function* mergeIndex(db: Database, { fanOut = usualFanOut } = {}): Generator<void> {
  for (;;) {
    const due = dueForMerge(openIndex(db).segments(), fanOut)
    if (due === null) return
    yield* mergeOne(db, due)
  }
}

/** The segments to merge next: the smallest that are many enough, or one with too many documents gone. */
function dueForMerge(segments: readonly LiveSegment[], fanOut: number): LiveSegment[] | null {
  const tiers = new Map<number, LiveSegment[]>()
  for (const each of segments) {
    const living = each.reader.documents - each.deadCount
    if (each.deadCount > 32 && each.deadCount > each.reader.documents * mostDead) return [each]
    // With the usual: 1 to 31, to 255, to 2,047, to 16,383 documents; what is larger stays as it is.
    const tier = living < 32 ? 0 : Math.floor(Math.log2(living / 32) / Math.log2(fanOut)) + 1
    if (living * 2 > mostDocuments) continue
    tiers.set(tier, [...(tiers.get(tier) ?? []), each])
  }
  for (const tier of [...tiers.keys()].sort((a, b) => a - b)) {
    const peers = tiers.get(tier)!
    if (peers.length < fanOut) continue
    const chosen: LiveSegment[] = []
    let documents = 0
    for (const each of peers.slice(0, fanOut * 2)) {
      documents += each.reader.documents - each.deadCount
      if (documents > mostDocuments) break
      chosen.push(each)
    }
    if (chosen.length > 1) return chosen
  }
  return null
}

function* mergeOne(db: Database, due: readonly LiveSegment[]): Generator<void> {
  const cache = pageCache(96)
  // Readers of its own: what a search keeps in memory is not pushed out.
  const inputs = due.map(({ segment, reader, dead }) => ({
    segment,
    dead,
    reader: openSegment(sizeOf(db, segment), pageReader(db, segment, cache)),
    documents: reader.documents,
  }))
  const segment = db.transaction(() => beginSegment(db))()
  const pages = pageWriter(db, segment)
  const lengths = new Map<Stream, number>()
  const merging = mergeSegments(
    inputs.map(({ reader, dead }) => ({ reader, isDead: document => isSet(dead, document) })),
    (stream, bytes) => {
      lengths.set(stream, (lengths.get(stream) ?? 0) + bytes.length)
      pages.append(stream, bytes)
    },
  )
  let isDone = false
  try {
    for (;;) {
      const step = db.transaction(() => merging.next())()
      if (!step.done) {
        yield
        continue
      }
      const { documents, terms } = step.value
      db.transaction(() => {
        pages.end()
        const size = {
          documents,
          terms,
          dictionary: lengths.get('dictionary') ?? 0,
          blocks: lengths.get('blocks') ?? 0,
        }
        endSegment(db, segment, size)
        buryMeanwhile(db, segment, inputs)
        for (const each of inputs) retireSegment(db, each.segment)
        if (documents === 0) removeSegment(db, segment)
      })()
      isDone = true
      for (const each of inputs) while (db.transaction(() => removeSome(db, each.segment))()) yield
      return
    }
  } finally {
    if (!isDone && db.open) db.transaction(() => removeSegment(db, segment))()
  }
}

/** Documents that went while they were being merged are gone in the new segment too. */
function buryMeanwhile(
  db: Database,
  segment: number,
  inputs: readonly { segment: number; dead: Uint8Array | null; reader: LiveSegment['reader'] }[],
): void {
  const gone: number[] = []
  for (const input of inputs) {
    const now = deadBits(db, input.segment)
    if (now === null) continue
    for (let document = 0; document < input.reader.documents; document++)
      if (isSet(now, document) && !isSet(input.dead, document)) gone.push(input.reader.keys[document]!)
  }
  if (gone.length === 0) return
  const merged = openIndex(db)
    .segments()
    .find(each => each.segment === segment)
  if (!merged) return
  const numbers = gone.map(key => findDocument(merged, key)).filter(number => number >= 0)
  setDead(db, segment, merged.reader.documents, numbers)
}

const sizeOf = (db: Database, segment: number) =>
  db
    .prepare('SELECT documents, terms, dictionary, blocks FROM search_segments WHERE segment = ?')
    .get(segment) as { documents: number; terms: number; dictionary: number; blocks: number }
