import type { Block } from '../../../../shared/contract/article.ts'
import { wordsOf } from '../../../../shared/text/words.ts'

/**
 * A run of so many words is one shingle: long enough that two reporters do not write it by chance, short enough
 * to survive an outlet's cuts.
 */
const shingleWords = 6
/**
 * How many hashes make a sketch. The smallest are kept (Broder's min-wise sampling), so that texts which share half of
 * their shingles share about half of these. More would find little more, and cost a write each.
 */
export const sketchSize = 8

/** The words of an article that count for sameness: folded, without page furniture. */
export function copyWords(text: string, blocks: readonly Block[]): string[] {
  const words: string[] = []
  for (const block of blocks) {
    if (block.furniture) continue
    for (const { folded } of wordsOf(text.slice(block.start, block.end))) words.push(folded)
  }
  return words
}

/**
 * The sketch of an article: the {@link sketchSize} smallest hashes of its shingles, each a whole number below 2^32.
 * Empty for one with hardly any text, which is nobody's copy.
 */
export function sketchOf(text: string, blocks: readonly Block[]): number[] {
  const hashes = shingleHashes(copyWords(text, blocks))
  if (hashes.length < fewestShingles) return []
  const smallest: number[] = []
  for (const hash of hashes.sort()) {
    if (hash !== smallest.at(-1)) smallest.push(hash)
    if (smallest.length === sketchSize) break
  }
  return smallest
}

/** Below it a text is a caption or a notice: too little to say whose it is. */
const fewestShingles = 24

/** A hash for each run of words, in order. */
export function shingleHashes(words: readonly string[]): Uint32Array {
  const count = Math.max(0, words.length - shingleWords + 1)
  const hashes = new Uint32Array(count)
  const each = Uint32Array.from(words, hashWord)
  for (let i = 0; i < count; i++) {
    let hash = 0x811c9dc5
    for (let j = i; j < i + shingleWords; j++) hash = Math.imul(hash ^ each[j]!, 0x01000193) ^ (hash >>> 15)
    hashes[i] = mixed(hash)
  }
  return hashes
}

/** FNV-1a over UTF-16 code units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** The finishing step of MurmurHash3, which makes the smallest hashes a fair sample. */
function mixed(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** How much of the shorter of two texts stands in the other too, from 0 to 1, by shingles. */
export function sharedPart(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  if (small.size === 0) return 0
  let shared = 0
  for (const hash of small) if (large.has(hash)) shared++
  return shared / small.size
}
