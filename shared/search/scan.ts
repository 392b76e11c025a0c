import { type FoldedWord, fold, numberedWord, wordNumber } from './terms.ts'

/** Tokens, the first so many of each column. */
export interface TokenColumns {
  readonly count: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly positions: Int32Array
  /** Words by the numbers under which they are remembered; those that are not are here as -1 and less, and below. */
  readonly words: Int32Array
  readonly others: readonly FoldedWord[]
}

/** The word that stands in the column of words as this number. */
export const wordOf = ({ others }: Pick<TokenColumns, 'others'>, number: number): FoldedWord =>
  number < 0 ? others[-1 - number]! : numberedWord(number)

/** A text that is being read, and the tokens found so far. */
export interface Scan extends TokenColumns {
  text: string
  count: number
  /** Where the next word will stand. */
  position: number
  starts: Int32Array
  ends: Int32Array
  positions: Int32Array
  words: Int32Array
  others: FoldedWord[]
}

export const newScan = (): Scan => ({
  text: '',
  count: 0,
  position: 0,
  starts: new Int32Array(1024),
  ends: new Int32Array(1024),
  positions: new Int32Array(1024),
  words: new Int32Array(1024),
  others: [],
})

/** Adds a token; `word` is its number. */
export function add(scan: Scan, start: number, end: number, position: number, word: number): void {
  if (scan.count === scan.starts.length) {
    scan.starts = doubled(scan.starts)
    scan.ends = doubled(scan.ends)
    scan.positions = doubled(scan.positions)
    scan.words = doubled(scan.words)
  }
  const at = scan.count++
  scan.starts[at] = start
  scan.ends[at] = end
  scan.positions[at] = position
  scan.words[at] = word
}

function doubled(column: Int32Array): Int32Array {
  const larger = new Int32Array(column.length * 2)
  larger.set(column)
  return larger
}

/** The number of a word that is not remembered: a joined one, what a number means, a very long one. */
export const other = (scan: Scan, word: FoldedWord): number => -scan.others.push(word)

/** The number of the word in a stretch of the text. */
export function numberIn(scan: Scan, start: number, end: number): number {
  const number = wordNumber(scan.text, start, end)
  return number < 0 ? other(scan, fold(scan.text.slice(start, end))) : number
}
/** The number of a word that stands for what is in the text. */
export function numberOf(scan: Scan, word: string): number {
  const number = wordNumber(word, 0, word.length)
  return number < 0 ? other(scan, fold(word)) : number
}

/** Puts a token before the one that has this place in the columns. */
export function insert(
  scan: Scan,
  before: number,
  start: number,
  end: number,
  position: number,
  word: number,
): void {
  add(scan, start, end, position, word)
  const { count, starts, ends, positions, words } = scan
  for (const column of [starts, ends, positions, words]) column.copyWithin(before + 1, before, count - 1)
  starts[before] = start
  ends[before] = end
  positions[before] = position
  words[before] = word
}
