/** Bytes that grow as they are written. */
export interface ByteSink {
  readonly length: number
  byte(value: number): void
  /** A whole number from 0 to 2^32 - 1: seven bits a byte, the least first; the last has no high bit. */
  number(value: number): void
  bytes(from: Uint8Array): void
  /** The UTF-8 bytes of a text. */
  text(value: string): void
  /** What was written so far; a view that the next write may leave behind. */
  written(): Uint8Array
  clear(): void
}

export function byteSink(capacity = 1024): ByteSink {
  let data = new Uint8Array(capacity)
  let length = 0
  const room = (more: number): void => {
    if (length + more <= data.length) return
    const larger = new Uint8Array(Math.max(data.length * 2, length + more))
    larger.set(data.subarray(0, length))
    data = larger
  }
  return {
    get length() {
      return length
    },
    byte(value) {
      room(1)
      data[length++] = value
    },
    number(value) {
      room(5)
      let rest = value
      while (rest > 0x7f) {
        data[length++] = (rest & 0x7f) | 0x80
        rest >>>= 7
      }
      data[length++] = rest
    },
    bytes(from) {
      room(from.length)
      data.set(from, length)
      length += from.length
    },
    text(value) {
      room(value.length * 3)
      for (let i = 0; i < value.length; i++) {
        const code = value.charCodeAt(i)
        if (code > 0x7f) {
          length += encoder.encodeInto(value.slice(i), data.subarray(length)).written
          return
        }
        data[length++] = code
      }
    },
    written: () => data.subarray(0, length),
    clear() {
      length = 0
    },
  }
}

const encoder = new TextEncoder()

/** A place in bytes that moves on as they are read. */
export interface Cursor {
  readonly data: Uint8Array
  at: number
}

/** Reads what {@link ByteSink.number} wrote. */
export function readNumber(cursor: Cursor): number {
  const { data } = cursor
  let byte = data[cursor.at++]!
  if (byte < 0x80) return byte
  let value = byte & 0x7f
  for (let shift = 7; byte >= 0x80 && shift < 35; shift += 7) {
    byte = data[cursor.at++]!
    value |= (byte & 0x7f) << shift
  }
  return value >>> 0
}

/** How many bytes {@link ByteSink.number} writes for it. */
export const lengthOf = (value: number): number =>
  value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x20_0000 ? 3 : value < 0x1000_0000 ? 4 : 5
