import { readNumber } from './bytes.ts'

/** Where the blocks of a dictionary begin, and with which terms. */
export interface BlockIndex {
  offsets: Uint32Array
  /** The first term of a block; read when it is first asked for. */
  first(block: number): string
  /** The last block that does not begin after a term; -1 when all do. */
  lastNotAfter(term: string): number
}

const decoder = new TextDecoder()

/** Reads a segment's stream of so many blocks. Throws when there are fewer. */
export function blockIndex(data: Uint8Array, count: number): BlockIndex {
  const cursor = { data, at: 0 }
  const offsets = new Uint32Array(count)
  const starts = new Uint32Array(count)
  for (let block = 0; block < count; block++) {
    starts[block] = cursor.at
    const length = readNumber(cursor)
    cursor.at += length
    offsets[block] = readNumber(cursor)
    if (cursor.at > data.length)
      throw new RangeError(`the index of the dictionary ends within block ${block}`)
  }
  const firsts: string[] = []
  const read = (block: number): string => {
    const at = { data, at: starts[block]! }
    const length = readNumber(at)
    return decoder.decode(data.subarray(at.at, at.at + length))
  }
  const first = (block: number): string => {
    firsts[block] ??= read(block)
    return firsts[block]
  }
  return {
    offsets,
    first,
    lastNotAfter(term) {
      let low = 0
      let high = count
      while (low < high) {
        const middle = (low + high) >> 1
        if (first(middle) <= term) low = middle + 1
        else high = middle
      }
      return low - 1
    },
  }
}
