import { foldWord } from '../../../../shared/text/words.ts'

/**
 * A hash for each word in stretches of a text, in order: FNV-1a over the UTF-16 code units of its folded form. The words are
 * those of `wordsOf`, but nothing is allocated for one of plain letters and figures, as nearly all are.
 */
export function wordHashes(text: string, stretches: readonly { start: number; end: number }[]): Uint32Array {
  let hashes = new Uint32Array(1024)
  let count = 0
  for (const { start, end } of stretches) {
    for (let at = start; at < end; ) {
      if (!startsWord(text, at, end)) {
        at += sizeAt(text, at, end)
        continue
      }
      const from = at
      let hash = firstHash
      let isPlain = true
      for (; at < end; at++) {
        const code = text.charCodeAt(at)
        const small = code >= 65 && code <= 90 ? code + 32 : code
        if ((small < 97 || small > 122) && (small < 48 || small > 57)) break
        hash = Math.imul(hash ^ small, 0x01000193)
      }
      while (at < end && goesOn(text, at, end)) {
        isPlain = false
        at += sizeAt(text, at, end)
      }
      if (count === hashes.length) {
        const larger = new Uint32Array(count * 2)
        larger.set(hashes)
        hashes = larger
      }
      hashes[count++] = isPlain ? hash : hashOf(foldWord(text.slice(from, at)))
    }
  }
  return hashes.subarray(0, count)
}

const firstHash = 0x811c9dc5

function hashOf(word: string): number {
  let hash = firstHash
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash
}

const sizeAt = (text: string, at: number, end: number): number =>
  (text.charCodeAt(at) & 0xfc00) === 0xd800 && at + 1 < end && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
    ? 2
    : 1

const startsWord = (text: string, at: number, end: number): boolean => kindAt(text, at, end) === letter
const goesOn = (text: string, at: number, end: number): boolean => kindAt(text, at, end) !== gap

const gap = 1
const letter = 2
const mark = 3
const known = new Uint8Array(0x10000)

function kindAt(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at)
  if ((code & 0xf800) === 0xd800) return kindOf(text.slice(at, at + sizeAt(text, at, end)))
  const remembered = known[code]!
  if (remembered !== 0) return remembered
  const found = kindOf(text[at]!)
  known[code] = found
  return found
}

function kindOf(character: string): number {
  if (/[\p{L}\p{N}\p{Co}]/u.test(character)) return letter
  return /\p{M}/u.test(character) ? mark : gap
}
