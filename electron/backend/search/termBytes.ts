const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Longer terms are not indexed; nobody types them. In UTF-16 code units. */
export const longestTerm = 120
/** No term takes more bytes. */
const mostBytes = longestTerm * 3

/**
 * Writes terms as their UTF-8 bytes, one after another, into a place of its own; most are plain letters, for which nothing
 * is allocated.
 */
export interface TermEncoder {
  /** The bytes of the term, and how many of them begin the one before as well. They change with the next call but one. */
  next(term: string): { bytes: Uint8Array; length: number; shared: number }
}

export function termEncoder(): TermEncoder {
  let current = new Uint8Array(mostBytes)
  let previous = new Uint8Array(mostBytes)
  let previousLength = 0
  const result = { bytes: current, length: 0, shared: 0 }
  return {
    next(term) {
      ;[current, previous] = [previous, current]
      let length = 0
      for (; length < term.length; length++) {
        const code = term.charCodeAt(length)
        if (code > 0x7f) break
        current[length] = code
      }
      if (length < term.length) length = encoder.encodeInto(term, current).written
      const most = Math.min(length, previousLength)
      let shared = 0
      while (shared < most && current[shared] === previous[shared]) shared++
      previousLength = length
      result.bytes = current
      result.length = length
      result.shared = shared
      return result
    },
  }
}

/** Reads terms that share their beginnings with the one before. */
export interface TermDecoder {
  /** The term whose first `shared` bytes are those of the one before, and whose others stand in `data` from `from` to `to`. */
  next(shared: number, data: Uint8Array, from: number, to: number): string
}

export function termDecoder(): TermDecoder {
  const bytes = new Uint8Array(mostBytes)
  let previous = ''
  let wasPlain = true
  return {
    next(shared, data, from, to) {
      const length = shared + to - from
      let isPlain = wasPlain
      let own = ''
      for (let i = from; i < to; i++) {
        const byte = data[i]!
        bytes[shared + i - from] = byte
        if (byte > 0x7f) isPlain = false
        else if (isPlain) own += plainCharacters[byte]!
      }
      const term = isPlain ? previous.slice(0, shared) + own : decoder.decode(bytes.subarray(0, length))
      previous = term
      wasPlain = isPlain
      return term
    },
  }
}

const plainCharacters = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))
