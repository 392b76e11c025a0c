import { classAt, characterClass as is, isInWord, sizeAt } from './characters.ts'
import { numberAt } from './numbers.ts'
import { foldedWord, termOf } from './terms.ts'

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
  const scan: Scan = { text, tokens: [], position: 0 }
  let at = 0
  while (at < text.length) {
    const kind = classAt(text, at)
    if (kind === is.letter || kind === is.digit) at = readCompound(scan, at)
    else if (kind === is.unspaced) at = readUnspaced(scan, at)
    else at += sizeAt(text, at)
  }
  return scan.tokens
}

interface Scan {
  text: string
  tokens: Token[]
  /** Where the next word will stand. */
  position: number
}

/** The most parts of a word that is also read as joined: "state-of-the-art" has four. */
const partLimit = 5
const longestJoined = 64

/** Reads a word or number and what hangs on it by hyphens; returns where it ends. */
function readCompound(scan: Scan, start: number): number {
  const first = scan.tokens.length
  const position = scan.position
  let end = readPart(scan, start)
  let next = partAfter(scan.text, start, end)
  if (next < 0) return end
  let joined = joinable(scan.text, start, end)
  let parts = 1
  while (next >= 0) {
    const partStart = next
    end = readPart(scan, partStart)
    if (parts < partLimit) joined += joinable(scan.text, partStart, end)
    parts++
    next = partAfter(scan.text, partStart, end)
  }
  if (parts <= partLimit && joined.length <= longestJoined && /\p{L}/u.test(joined)) {
    const { tokens } = scan
    let second = first
    while (second < tokens.length && tokens[second]!.position === position) second++
    tokens.splice(second, 0, { start, end, position, term: termOf(joined), form: joined })
  }
  return end
}

function joinable(text: string, start: number, end: number): string {
  return end - start > longestJoined ? text.slice(start, end) : foldedWord(text.slice(start, end)).form
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
  if (classAt(scan.text, start) === is.digit) return readNumber(scan, start)
  const end = wordEnd(scan.text, start)
  addWord(scan, start, end)
  return end
}

function addWord(scan: Scan, start: number, end: number): void {
  const { form, term } = foldedWord(scan.text.slice(start, end))
  if (form !== '') scan.tokens.push({ start, end, position: scan.position++, term, form })
}

/** Where the word that begins at an offset ends: letters, digits and marks, with apostrophes between letters. */
export function wordEnd(text: string, start: number): number {
  let at = start
  while (at < text.length) {
    const kind = classAt(text, at)
    if (kind === is.letter || kind === is.digit || kind === is.mark) at += sizeAt(text, at)
    else if (kind === is.apostrophe && classAt(text, at + 1) === is.letter && at > start) at++
    else if (kind === is.ignorable) {
      const after = afterIgnorables(text, at)
      if (!isInWord(classAt(text, after))) return at
      at = after
    } else return at
  }
  return at
}

function afterIgnorables(text: string, from: number): number {
  let at = from
  while (classAt(text, at) === is.ignorable) at++
  return at
}

/** "34,500", "1.2bn", "5 per cent", "14th", and words that begin with a digit: "5g". */
function readNumber(scan: Scan, start: number): number {
  const { text, tokens } = scan
  const number = numberAt(text, start)
  const { digits, measure } = number
  const isPlain = digits.length === number.end - start && !digits.includes('.')
  if (!measure && isPlain && isInWord(classAt(text, number.end))) {
    const end = wordEnd(text, start)
    if (/^(?:st|nd|rd|th)$/i.test(text.slice(number.end, Math.min(end, number.end + 3)))) {
      tokens.push({
        start,
        end,
        position: scan.position++,
        term: digits.slice(0, longestJoined),
        form: digits.slice(0, longestJoined),
      })
    } else addWord(scan, start, end)
    return end
  }
  const term = digits.slice(0, longestJoined)
  const position = scan.position++
  tokens.push({ start, end: number.end, position, term, form: term })
  if (!measure) return number.end
  tokens.push({ start, end: measure.end, position, term: measure.value, form: '' })
  if (!measure.short) return number.end
  for (const word of measure.short.words) {
    const { start: from, end } = measure.short
    tokens.push({ start: from, end, position: scan.position++, ...foldedWord(word) })
  }
  return measure.end
}

/** Overlapping pairs of characters at successive positions; a single one is itself. Marks go with their character. */
function readUnspaced(scan: Scan, start: number): number {
  const { text, tokens } = scan
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
    if (previous >= 0) addUnspaced(tokens, text, previous, end, scan.position++)
    previous = at
    at = end
    count++
  }
  if (count === 1) addUnspaced(tokens, text, start, at, scan.position++)
  return at
}

function addUnspaced(tokens: Token[], text: string, start: number, end: number, position: number): void {
  const { form, term } = foldedWord(text.slice(start, end))
  tokens.push({ start, end, position, term, form })
}
