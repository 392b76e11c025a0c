import { readNumber } from './bytes.ts'

/** The positions of a term in blocks that can be read by themselves, each of `1 << shift` of the documents that hold it. */
export interface PositionBlocks {
  shift: number
  read(block: number): Uint8Array
}

/** With so many documents, a block of a common word is about two kilobytes. */
export const blockShift = 6

/** Where the blocks begin in the positions of a term that stands in so many documents, and where the last ends. */
export function blockStarts(data: Uint8Array, documents: number): Uint32Array {
  const starts = new Uint32Array(((documents - 1) >>> blockShift) + 2)
  const cursor = { data, at: 0 }
  for (let holder = 0; holder < documents; holder++) {
    if (holder % (1 << blockShift) === 0) starts[holder >>> blockShift] = cursor.at
    const length = readNumber(cursor)
    cursor.at += length
  }
  starts[starts.length - 1] = cursor.at
  return starts
}
