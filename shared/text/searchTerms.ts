import { type Word, wordsOf } from './words.ts'

/** One thing that must be found: a word, the beginning of a word, or words in a row. */
export interface Term {
  /** The words, folded: what our own scan of a text compares. */
  words: string[]
  /** The words as typed. The index folds them itself, and less thoroughly: it must be asked in its own terms. */
  typed: string
  /** The last word may go on: it is still being typed. */
  isPrefix: boolean
}

/** The most words one search takes into account; the rest of a pasted page adds cost, not meaning. */
const wordLimit = 32

/**
 * Reads what was typed. Every term must be found; words in double quotes must stand in a row; the last word
 * counts as the beginning of a word until something follows it. Any string can be read.
 */
export function readQuery(typed: string): Term[] {
  const terms: Term[] = []
  let room = wordLimit
  const add = (piece: string, isPrefix: boolean): void => {
    const words = wordsOf(piece, room)
    if (words.length === 0) return
    room -= words.length
    terms.push({
      words: words.map(word => word.folded),
      typed: words.map(({ start, end }) => piece.slice(start, end)).join(' '),
      isPrefix: isPrefix && words.at(-1)?.end === piece.length,
    })
  }
  const pieces = typed.split(/["“”]/u)
  for (const [index, piece] of pieces.entries()) {
    if (room === 0) break
    const isLast = index === pieces.length - 1
    const isQuoted = index % 2 === 1 && !isLast
    if (isQuoted) add(piece, false)
    else for (const chunk of piece.split(/\s+/u)) add(chunk, isLast && piece.endsWith(chunk))
  }
  return terms
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
