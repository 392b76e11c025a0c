import { type ByteSink, byteSink } from './bytes.ts'
import { blockTerms, type Stream } from './segment.ts'

/** What is written of one term: the bytes of its postings and of its positions, which may be none. */
export interface WrittenTerm {
  term: string
  documents: number
  postings: Uint8Array
  positions: Uint8Array
}

/** Takes the bytes of a segment's streams as they come, each stream in order. */
export type Append = (stream: Stream, bytes: Uint8Array) => void

export interface SegmentWriter {
  /** Terms come in the order of their UTF-16 code units. */
  add(term: WrittenTerm): void
  /** Writes what is still to be written. Gives the number of terms. */
  end(): number
}

const encoder = new TextEncoder()

/** Writes the segment of these documents, term by term. */
export function writeSegment(keys: Uint32Array, days: Int32Array, append: Append): SegmentWriter {
  append('documents', new Uint8Array(keys.buffer, keys.byteOffset, keys.byteLength))
  append('documents', new Uint8Array(days.buffer, days.byteOffset, days.byteLength))
  const block = byteSink()
  const blocks = byteSink()
  let count = 0
  let blockAt = 0
  let postingsAt = 0
  let positionsAt = 0
  let previous = new Uint8Array(0)
  const endBlock = (): void => {
    append('dictionary', block.written().slice())
    blockAt += block.length
    block.clear()
  }
  return {
    add({ term, documents, postings, positions }) {
      const bytes = encoder.encode(term)
      const isFirst = count % blockTerms === 0
      if (isFirst) {
        endBlock()
        blocks.number(bytes.length)
        blocks.bytes(bytes)
        blocks.number(blockAt)
      }
      writeTerm(block, bytes, isFirst ? 0 : sharedLength(previous, bytes))
      if (isFirst) {
        block.number(postingsAt)
        block.number(positionsAt)
      }
      block.number(documents)
      block.number(postings.length)
      block.number(positions.length)
      append('postings', postings)
      append('positions', positions)
      postingsAt += postings.length
      positionsAt += positions.length
      previous = bytes
      count++
    },
    end() {
      endBlock()
      append('blocks', blocks.written())
      return count
    },
  }
}

function writeTerm(block: ByteSink, bytes: Uint8Array, shared: number): void {
  block.number(shared)
  block.number(bytes.length - shared)
  block.bytes(bytes.subarray(shared))
}

function sharedLength(one: Uint8Array, other: Uint8Array): number {
  const most = Math.min(one.length, other.length)
  let i = 0
  while (i < most && one[i] === other[i]) i++
  return i
}
