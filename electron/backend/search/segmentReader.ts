import { begunTerms } from './begunTerms.ts'
import { blockIndex } from './blockIndex.ts'
import type { Cursor } from './bytes.ts'
import { blockShift, blockStarts, type PositionBlocks } from './positionBlocks.ts'
import { decodePostings, documentsOf, eachStoredPosting, type Postings } from './postings.ts'
import { blockTerms, entryReader, type Stream, type TermEntry } from './segment.ts'
import { firstBeginning, isListed, isWord } from './terms.ts'

/** Gives the bytes of a stream of a segment from one place to another. They must not be changed. */
export type ReadBytes = (stream: Stream, from: number, to: number) => Uint8Array

/** How large a segment is: what is needed to read it. */
export interface SegmentSize {
  documents: number
  terms: number
  /** Bytes of the streams that are read whole, or to their end. */
  dictionary: number
  blocks: number
}

/** A block of the dictionary, and how many terms stand in it. */
export interface DictionaryBlock {
  cursor: Cursor
  left: number
}

export interface SegmentReader {
  readonly documents: number
  /** The key of each document, ascending. */
  readonly keys: Uint32Array
  /** The day of each document, as days since 1970, or `noDay`. */
  readonly days: Int32Array
  /** Beginnings of words of which the segment has no list are gathered when they are looked for. */
  find(term: string): TermEntry | null
  /** The terms that begin so, in order; at most so many. */
  beginning(prefix: string, most: number): TermEntry[]
  /** The blocks of the dictionary with all terms that begin so; others stand in them as well. */
  blocksWith(prefix: string): Generator<DictionaryBlock>
  postings(entry: TermEntry): Postings
  /** A term's positions in blocks, so that few of them need be read. */
  positionBlocks(entry: TermEntry): PositionBlocks
  /** The bytes of a term's positions, and of its postings, as they are stored. */
  positionBytes(entry: TermEntry): Uint8Array
  postingBytes(entry: TermEntry): Uint8Array
  /** Every term in order. */
  all(): Generator<TermEntry>
}

const encoder = new TextEncoder()
/** So many terms that were looked up are remembered: a query asks for each several times. */
const mostRemembered = 256
/** What is gathered is larger: up to a byte for each document. */
const mostGathered = 48
/** In bytes: shorter positions are one block. Of so many terms it is remembered where the blocks are. */
const oneBlock = 16_384
const mostBlocked = 256

/**
 * Reads a segment through `read`. Its documents and the index of its dictionary are kept in memory from when they are first asked for:
 * some 9 bytes a document.
 */
export function openSegment(
  { documents, terms, dictionary, blocks }: SegmentSize,
  read: ReadBytes,
): SegmentReader {
  const column = (number: 0 | 1): ArrayBuffer =>
    read('documents', number * documents * 4, (number + 1) * documents * 4).slice().buffer as ArrayBuffer
  let keys: Uint32Array | null = null
  let days: Int32Array | null = null
  const { offsets, first, lastNotAfter } = blockIndex(
    read('blocks', 0, blocks),
    Math.ceil(terms / blockTerms),
  )
  const remembered = new Map<string, TermEntry | null>()

  const block = (number: number): Cursor => ({
    data: read('dictionary', offsets[number]!, offsets[number + 1] ?? dictionary),
    at: 0,
  })
  const termsOfBlock = (number: number): number => Math.min(blockTerms, terms - number * blockTerms)
  function* entriesFrom(number: number): Generator<TermEntry> {
    for (let i = number; i < offsets.length; i++) {
      const next = entryReader(block(i))
      for (let left = termsOfBlock(i); left > 0; left--) yield next()
    }
  }
  function look(term: string): TermEntry | null {
    const at = lastNotAfter(term)
    if (at < 0) return null
    const next = entryReader(block(at))
    for (let left = termsOfBlock(at); left > 0; left--) {
      const entry = next()
      if (entry.term === term) return entry
      if (entry.term > term) return null
    }
    return null
  }
  const starts = new Map<number, Uint32Array>()
  /** They are not stored: the first time, all of the positions are passed over. */
  function startsOf(entry: TermEntry): Uint32Array {
    const known = starts.get(entry.positionsFrom)
    if (known) return known
    if (starts.size >= mostBlocked) starts.clear()
    const found = blockStarts(positionBytes(entry), entry.documents)
    starts.set(entry.positionsFrom, found)
    return found
  }
  const positionBytes = ({ positionsFrom, positionsLength }: TermEntry): Uint8Array =>
    read('positions', positionsFrom, positionsFrom + positionsLength)
  const postingBytes = ({ postingsFrom, postingsLength }: TermEntry): Uint8Array =>
    read('postings', postingsFrom, postingsFrom + postingsLength)

  function beginning(prefix: string, most: number): TermEntry[] {
    const found: TermEntry[] = []
    for (const entry of entriesFrom(Math.max(0, lastNotAfter(prefix)))) {
      if (entry.term < prefix) continue
      if (!entry.term.startsWith(prefix) || found.length >= most) break
      found.push(entry)
    }
    return found
  }

  function* blocksWith(prefix: string): Generator<DictionaryBlock> {
    for (let i = Math.max(0, lastNotAfter(prefix)); i < offsets.length; i++) {
      if (first(i) > prefix && !first(i).startsWith(prefix)) return
      yield { cursor: block(i), left: termsOfBlock(i) }
    }
  }

  const hasBeginnings = terms > 0 && beginning(firstBeginning, 1).length > 0
  const gathered = new WeakMap<TermEntry, Postings>()
  const gatheredEntries = new Map<string, TermEntry | null>()

  /** The beginning of a word, as a merge would have gathered it: each document with the best of its words. */
  function gather(term: string): TermEntry | null {
    const prefix = term.slice(firstBeginning.length)
    const marks = isWord(prefix) ? '' : prefix[0]!
    const best = new Uint8Array(documents)
    let count = 0
    const raise = (document: number, impact: number): void => {
      const before = best[document]!
      if (before === 0) count++
      if (impact > before) best[document] = impact
    }
    const [wanted, but] = [encoder.encode(prefix), encoder.encode(`${marks}n:`)]
    for (const { cursor, left } of blocksWith(prefix)) {
      const { from, to, terms: begun } = begunTerms(cursor, left, wanted, but)
      const data = read('postings', from, to)
      let at = 0
      for (const { documents: holding, length } of begun) {
        if (holding > 0) eachStoredPosting(data.subarray(at, at + length), holding, raise)
        at += length
      }
    }
    if (count === 0) return null
    const entry: TermEntry = {
      term,
      documents: count,
      postingsFrom: 0,
      postingsLength: 0,
      positionsFrom: 0,
      positionsLength: 0,
    }
    gathered.set(entry, asPostings(best, count))
    return entry
  }

  return {
    documents,
    get keys() {
      keys ??= new Uint32Array(column(0))
      return keys
    },
    get days() {
      days ??= new Int32Array(column(1))
      return days
    },
    find(term) {
      const isGathered = term.startsWith(firstBeginning) && !(hasBeginnings && isListed(term))
      return isGathered
        ? recalled(gatheredEntries, term, mostGathered, gather)
        : recalled(remembered, term, mostRemembered, look)
    },
    beginning,
    blocksWith,
    postings: entry => gathered.get(entry) ?? decodePostings(postingBytes(entry), entry.documents),
    postingBytes,
    positionBytes,
    positionBlocks(entry) {
      if (entry.positionsLength <= oneBlock) return { shift: 31, read: () => positionBytes(entry) }
      const all = startsOf(entry)
      return {
        shift: blockShift,
        read: block =>
          read('positions', entry.positionsFrom + all[block]!, entry.positionsFrom + all[block + 1]!),
      }
    },
    all: () => entriesFrom(0),
  }
}

/** What was found of a term before; the oldest is forgotten when there are so many. */
function recalled(
  known: Map<string, TermEntry | null>,
  term: string,
  most: number,
  find: (term: string) => TermEntry | null,
): TermEntry | null {
  const before = known.get(term)
  if (before !== undefined) return before
  const entry = find(term)
  if (known.size >= most) known.delete(known.keys().next().value!)
  known.set(term, entry)
  return entry
}

/** Few documents are a list, for what is gathered is remembered. */
function asPostings(impacts: Uint8Array, count: number): Postings {
  const row = { kind: 'row', impacts, count } as const
  if (count * 3 > impacts.length) return row
  const documents = documentsOf(row)
  return { kind: 'list', documents, impacts: Uint8Array.from(documents, document => impacts[document]!) }
}
