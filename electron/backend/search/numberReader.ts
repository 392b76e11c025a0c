/**
 * A place in bytes that `ByteSink.number` wrote. A phrase of common words reads millions of numbers: these are functions over data, not
 * closures, for only then does the engine always put them where they are called.
 */
export interface NumberReader {
  /** The whole buffer that the bytes lie in: most often the next bytes lie in it too, and no view of them need be made. */
  all: Uint8Array
  words: Int32Array
  from: number
  here: number
}

export const numberReader = (): NumberReader => ({
  all: new Uint8Array(0),
  words: new Int32Array(0),
  from: 0,
  here: 0,
})

/** Goes to the beginning of other bytes. */
export function openNumbers(reader: NumberReader, data: Uint8Array): void {
  if (data.buffer !== reader.all.buffer) {
    reader.all = new Uint8Array(data.buffer)
    reader.words = new Int32Array(data.buffer, 0, data.buffer.byteLength >> 2)
  }
  reader.from = data.byteOffset
  reader.here = data.byteOffset
}

export function nextNumber(reader: NumberReader): number {
  const { all } = reader
  let byte = all[reader.here++]!
  if (byte < 0x80) return byte
  let value = byte & 0x7f
  for (let shift = 7; byte >= 0x80 && shift < 35; shift += 7) {
    byte = all[reader.here++]!
    value |= (byte & 0x7f) << shift
  }
  return value >>> 0
}

/** Passes over so many numbers, four bytes at a time. */
export function passNumbers(reader: NumberReader, count: number): void {
  const { all, words } = reader
  const end = words.length * 4
  let { here } = reader
  let left = count
  while (left > 0 && (here & 3) !== 0) if (all[here++]! < 0x80) left--
  while (left >= 4 && here < end) {
    // Each byte without the high bit ends a number.
    const high = words[here >> 2]! & 0x8080_8080
    left -= 4
    if (high !== 0) left += Math.imul((high >>> 7) & 0x0101_0101, 0x0101_0101) >>> 24
    here += 4
  }
  for (; left > 0; here++) if (all[here]! < 0x80) left--
  reader.here = here
}
