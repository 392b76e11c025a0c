import { classAt, characterClass as is, isInWord, sizeAt } from './characters.ts'
import { numberAt } from './numbers.ts'
import {
  add,
  insert,
  newScan,
  numberIn,
  numberOf,
  other,
  type Scan,
  type TokenColumns,
  wordOf,
} from './scan.ts'
import { firstHash, hashedWord, makeRoom, nextHash, termOf } from './terms.ts'
import { wordEnd } from './wordEnd.ts'

/**
 * A token of a text: what is indexed. Several tokens may share a position: a number as written and as meant, a
 * joined hyphenated word. `start` and `end` are UTF-16 code units.
 */
export interface Token {
  start: number
  end: number
  position: number
  term: string
  /** Folded, unstemmed: what beginnings of words are compared with. Empty for what a number means: nobody types that. */
  form: string
}

/**
 * The tokens of a text in order: positions and starts never decrease. Words are folded, spelt the British way and
 * stemmed. A number is one token, and carries what it means ("n:1200000000", "n:5%") at the same position; a sign
 * or short form after it stands for its words ("bn" is "billion", "%" is "per cent"). The parts of a hyphenated
 * word stand at successive positions and the joined word at the first. Runs of Han, kana, Thai, Lao, Khmer and
 * Burmese become overlapping pairs of characters. Linear in the text.
 */
export function tokensOf(text: string): Token[] {
  const columns = tokenColumns(text)
  const { starts, ends, positions, words } = columns
  const tokens: Token[] = []
  for (let i = 0; i < columns.count; i++) {
    const { term, form } = wordOf(columns, words[i]!)
    tokens.push({ start: starts[i]!, end: ends[i]!, position: positions[i]!, term, form })
  }
  return tokens
}

/** The same tokens without an object for each, for who reads thousands of texts: the next call writes over them. */
export function tokenColumns(text: string): TokenColumns {
  if (scanning.starts.length > mostKept) scanning = newScan()
  const scan = scanning
  makeRoom()
  scan.text = text
  scan.count = 0
  scan.position = 0
  scan.others = []
  let at = 0
  while (at < text.length) {
    const kind = classAt(text, at)
    if (kind === is.letter || kind === is.digit) at = readCompound(scan, at)
    else if (kind === is.unspaced) at = readUnspaced(scan, at)
    else at += sizeAt(text, at)
  }
  scan.text = ''
  return scan
}

let scanning = newScan()
/** Columns that a very long text made longer are not kept for the next. */
const mostKept = 1 << 16

/** The most parts of a word that is also read as joined: "state-of-the-art" has four. */
const partLimit = 5
const longestJoined = 64

/** Reads a word or number and what hangs on it by hyphens; returns where it ends. */
function readCompound(scan: Scan, start: number): number {
  const first = scan.count
  const position = scan.position
  let end = readPart(scan, start)
  let next = partAfter(scan.text, start, end)
  if (next < 0) return end
  let joined = joinable(scan, start, end)
  let parts = 1
  while (next >= 0) {
    const partStart = next
    end = readPart(scan, partStart)
    if (parts < partLimit) joined += joinable(scan, partStart, end)
    parts++
    next = partAfter(scan.text, partStart, end)
  }
  if (parts <= partLimit && joined.length <= longestJoined && /\p{L}/u.test(joined)) {
    let second = first
    while (second < scan.count && scan.positions[second] === position) second++
    insert(scan, second, start, end, position, other(scan, { term: termOf(joined), form: joined }))
  }
  return end
}

function joinable(scan: Scan, start: number, end: number): string {
  if (end - start > longestJoined) return scan.text.slice(start, end)
  return wordOf(scan, numberIn(scan, start, end)).form
}

/** Where the next part begins: after a hyphen, or after the dot of initials ("U.K."). Otherwise -1. */
function partAfter(text: string, start: number, end: number): number {
  const isHyphen = classAt(text, end) === is.hyphen
  if (!isHyphen && !(text[end] === '.' && end - start === 1 && classAt(text, start) === is.letter)) return -1
  const next = classAt(text, end + 1)
  if (isHyphen) return next === is.letter || next === is.digit ? end + 1 : -1
  return next === is.letter && !isInWord(classAt(text, end + 2)) ? end + 1 : -1
}

function readPart(scan: Scan, start: number): number {
  const { text } = scan
  if (classAt(text, start) === is.digit) return readNumber(scan, start)
  let hash = firstHash
  let at = start
  for (let code = text.charCodeAt(at); isPlainLetter(code); code = text.charCodeAt(++at))
    hash = nextHash(hash, code)
  const after = classAt(text, at)
  // Most words are of plain letters, and need no second look.
  const number = after === is.gap || after === is.hyphen ? hashedWord(text, start, at, hash) : -1
  if (number >= 0) {
    add(scan, start, at, scan.position++, number)
    return at
  }
  const end = wordEnd(text, start)
  addWord(scan, start, end)
  return end
}

const isPlainLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122

function addWord(scan: Scan, start: number, end: number): void {
  const number = numberIn(scan, start, end)
  if (wordOf(scan, number).form !== '') add(scan, start, end, scan.position++, number)
}

/** "34,500", "1.2bn", "5 per cent", "14th", and words that begin with a digit: "5g". */
function readNumber(scan: Scan, start: number): number {
  const { text } = scan
  const number = numberAt(text, start)
  const { digits, measure } = number
  const isPlain = digits.length === number.end - start && !digits.includes('.')
  if (!measure && isPlain && isInWord(classAt(text, number.end))) {
    const end = wordEnd(text, start)
    if (/^(?:st|nd|rd|th)$/i.test(text.slice(number.end, Math.min(end, number.end + 3)))) {
      add(scan, start, end, scan.position++, numberOf(scan, digits.slice(0, longestJoined)))
    } else addWord(scan, start, end)
    return end
  }
  const position = scan.position++
  add(scan, start, number.end, position, numberOf(scan, digits.slice(0, longestJoined)))
  if (!measure) return number.end
  add(scan, start, measure.end, position, other(scan, { term: measure.value, form: '' }))
  if (!measure.short) return number.end
  for (const word of measure.short.words) {
    const { start: from, end } = measure.short
    add(scan, from, end, scan.position++, numberOf(scan, word))
  }
  return measure.end
}

/** Overlapping pairs of characters at successive positions; a single one is itself. Marks go with their character. */
function readUnspaced(scan: Scan, start: number): number {
  const { text } = scan
  let at = start
  let previous = -1
  let count = 0
  while (classAt(text, at) === is.unspaced) {
    let end = at + sizeAt(text, at)
    for (;;) {
      const kind = classAt(text, end)
      if (kind === is.mark) end += sizeAt(text, end)
      else if (kind === is.ignorable) end++
      else break
    }
    if (previous >= 0) add(scan, previous, end, scan.position++, numberIn(scan, previous, end))
    previous = at
    at = end
    count++
  }
  if (count === 1) add(scan, start, at, scan.position++, numberIn(scan, start, at))
  return at
}
