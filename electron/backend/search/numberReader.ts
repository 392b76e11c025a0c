/** Reads what `ByteSink.number` wrote, one after another, or passes over many, for a phrase of common words passes over millions. */
export interface NumberReader {
  /** Goes to the beginning of other bytes. */
  open(data: Uint8Array): void
  /** How many bytes are behind. */
  at(): number
  read(): number
  /** Passes over so many numbers, four bytes at a time. */
  skip(count: number): void
}

export function numberReader(): NumberReader {
  // The whole buffer that the bytes lie in: most often the next bytes lie in it too, and no view of them need be made.
  let all: Uint8Array = new Uint8Array(0)
  let words: Int32Array = new Int32Array(0)
  let from = 0
  let here = 0
  return {
    open(data) {
      if (data.buffer !== all.buffer) {
        all = new Uint8Array(data.buffer)
        words = new Int32Array(data.buffer, 0, data.buffer.byteLength >> 2)
      }
      from = data.byteOffset
      here = from
    },
    at: () => here - from,
    read() {
      let byte = all[here++]!
      if (byte < 0x80) return byte
      let value = byte & 0x7f
      for (let shift = 7; byte >= 0x80 && shift < 35; shift += 7) {
        byte = all[here++]!
        value |= (byte & 0x7f) << shift
      }
      return value >>> 0
    },
    skip(count) {
      let left = count
      while (left > 0 && (here & 3) !== 0) if (all[here++]! < 0x80) left--
      const end = words.length * 4
      while (left >= 4 && here < end) {
        // Each byte without the high bit ends a number.
        const high = words[here >> 2]! & 0x8080_8080
        left -= 4
        if (high !== 0) left += Math.imul((high >>> 7) & 0x0101_0101, 0x0101_0101) >>> 24
        here += 4
      }
      for (; left > 0; here++) if (all[here]! < 0x80) left--
    },
  }
}
