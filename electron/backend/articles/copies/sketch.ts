import type { Block } from '../../../../shared/contract/article.ts'
import { wordHashes } from './wordHashes.ts'

/**
 * A run of so many words is one shingle: long enough that two reporters do not write it by chance, short enough
 * to survive an outlet's cuts.
 */
const shingleWords = 6
/**
 * How many hashes make a sketch. The smallest are kept (Broder's min-wise sampling), so that texts which share half of
 * their shingles share about half of these. More would find little more, and cost a write each.
 */
const sketchSize = 8

/**
 * The sketch of an article: the {@link sketchSize} smallest hashes of its shingles, each a whole number below 2^32.
 * Empty for one with hardly any text, which is nobody's copy.
 */
export function sketchOf(text: string, blocks: readonly Block[]): number[] {
  const hashes = shinglesIn(text, blocks)
  return hashes.length < fewestShingles ? [] : smallest(hashes, sketchSize)
}

/** A hash for each run of words that count for sameness, in order: of all but page furniture, folded. */
export function shinglesIn(text: string, blocks: readonly Block[]): Uint32Array {
  const counted = blocks.filter(({ furniture }) => !furniture)
  return shingleHashes(wordHashes(text, counted))
}

/** The so many smallest that differ, ascending. */
function smallest(hashes: Uint32Array, most: number): number[] {
  const found: number[] = []
  let bound = Number.POSITIVE_INFINITY
  for (const hash of hashes) {
    if (hash >= bound || found.includes(hash)) continue
    if (found.length === most) found.pop()
    let at = found.length
    while (at > 0 && found[at - 1]! > hash) at--
    found.splice(at, 0, hash)
    if (found.length === most) bound = found[most - 1]!
  }
  return found
}

/** Below it a text is a caption or a notice: too little to say whose it is. */
const fewestShingles = 24

function shingleHashes(words: Uint32Array): Uint32Array {
  const count = Math.max(0, words.length - shingleWords + 1)
  const hashes = new Uint32Array(count)
  for (let i = 0; i < count; i++) {
    let hash = 0x811c9dc5
    for (let j = i; j < i + shingleWords; j++) hash = Math.imul(hash ^ words[j]!, 0x01000193) ^ (hash >>> 15)
    hashes[i] = mixed(hash)
  }
  return hashes
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
