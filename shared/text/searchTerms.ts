import { type Word, wordsOf } from './words.ts'

/** One thing that must be found: a word, the beginning of a word, or words in a row. */
export interface Term {
  words: string[]
  /** The last word may go on: it is still being typed. */
  isPrefix: boolean
}

/** The most terms one search takes into account; the rest of a pasted page adds cost, not meaning. */
const termLimit = 32

/**
 * Reads what was typed. Every term must be found; words in double quotes must stand in a row; the last word
 * counts as the beginning of a word until something follows it. Any string can be read.
 */
export function readQuery(typed: string): Term[] {
  const terms: Term[] = []
  const pieces = typed.split(/["“”]/u)
  for (const [index, piece] of pieces.entries()) {
    const isQuoted = index % 2 === 1
    const isLast = index === pieces.length - 1
    if (isQuoted && !isLast) {
      const words = wordsOf(piece).map(w => w.folded)
      if (words.length > 0) terms.push({ words, isPrefix: false })
    } else {
      for (const chunk of piece.split(/\s+/u)) {
        const words = wordsOf(chunk)
        if (words.length === 0) continue
        const isTyping = isLast && piece.endsWith(chunk) && words.at(-1)?.end === chunk.length
        terms.push({ words: words.map(w => w.folded), isPrefix: isTyping })
      }
    }
    if (terms.length >= termLimit) break
  }
  return terms.slice(0, termLimit)
}

/** Where a term stands in a text, as indexes of its first word and the word after its last. */
export function findTerm(text: readonly Word[], term: Term): [first: number, after: number][] {
  const found: [number, number][] = []
  const { words, isPrefix } = term
  const last = words.length - 1
  for (let at = 0; at + words.length <= text.length; at++) {
    const isHere = words.every((word, i) => {
      const folded = text[at + i]!.folded
      return isPrefix && i === last ? folded.startsWith(word) : folded === word
    })
    if (isHere) found.push([at, at + words.length])
  }
  return found
}
