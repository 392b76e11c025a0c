import { byteSink } from './bytes.ts'
import { blockTerms, type Stream } from './segment.ts'
import { termEncoder } from './termBytes.ts'

/** Takes the bytes of a segment's streams as they come, each stream in order. */
export type Append = (stream: Stream, bytes: Uint8Array) => void

export interface SegmentWriter {
  /**
   * A term, the number of documents that hold it, and how many bytes of postings and of positions are its own: those were
   * written to their streams before. Terms come in the order of their UTF-16 code units.
   */
  add(term: string, documents: number, postings: number, positions: number): void
  /** Writes what is still to be written. Gives the number of terms. */
  end(): number
}

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
  const encode = termEncoder()
  const endBlock = (): void => {
    append('dictionary', block.written())
    blockAt += block.length
    block.clear()
  }
  return {
    add(term, documents, postings, positions) {
      const { bytes, length, shared: alike } = encode.next(term)
      const isFirst = count % blockTerms === 0
      const shared = isFirst ? 0 : alike
      if (isFirst) {
        endBlock()
        blocks.number(length)
        blocks.bytes(bytes.subarray(0, length))
        blocks.number(blockAt)
      }
      block.number(shared)
      block.number(length - shared)
      for (let i = shared; i < length; i++) block.byte(bytes[i]!)
      if (isFirst) {
        block.number(postingsAt)
        block.number(positionsAt)
      }
      block.number(documents)
      block.number(postings)
      block.number(positions)
      postingsAt += postings
      positionsAt += positions
      count++
    },
    end() {
      endBlock()
      append('blocks', blocks.written())
      return count
    },
  }
}
