import { britishSpelling } from './britishSpelling.ts'
import { stem } from './stem.ts'

/** A word as it is compared: as written but folded, and as indexed. Both are empty when nothing is left. */
export interface FoldedWord {
  form: string
  term: string
}

/** The longest form kept, in UTF-16 code units; of a longer word only its beginning is compared. */
const longestForm = 64

/** So many words are remembered, for most words of a text are common ones: the vocabulary of some thousand articles. */
const mostRemembered = 65_536
/** A table of hashes with open places: at each the place of a word in the lists, plus one. */
const table = new Int32Array(2 * mostRemembered)
/** The words one after another as they were written, where each ends, its hash, and what it is. */
const letters = { data: new Uint16Array(1 << 12), ends: new Int32Array(mostRemembered + 1) }
const hashes = new Int32Array(mostRemembered)
let words: FoldedWord[] = []
/** How many were remembered before and are no more. Every word that is remembered has a number of its own for ever. */
let forgotten = 0

/** The form and term of a word as it stands in a text. */
export function foldedWord(written: string): FoldedWord {
  makeRoom()
  const number = wordNumber(written, 0, written.length)
  return number < 0 ? fold(written) : numberedWord(number)
}

/** No word with a lower number is remembered. */
export const firstRemembered = (): number => forgotten

/** A word that is remembered, by its number. */
export const numberedWord = (number: number): FoldedWord => words[number - forgotten]!

/** Forgets all words when there is no room for another. */
export function makeRoom(): void {
  if (words.length < mostRemembered) return
  forgotten += words.length
  words = []
  table.fill(0)
}

/**
 * The number of the word in a stretch of a text, which is remembered from now on; -1 when it cannot be, for it is too long
 * or there is no room. Nothing is allocated, and no string is looked at, for a word that is known.
 */
export function wordNumber(text: string, start: number, end: number): number {
  let hash = firstHash
  for (let i = start; i < end; i++) hash = nextHash(hash, text.charCodeAt(i))
  return hashedWord(text, start, end, hash)
}

/** For who has looked at each character already: the hash begins with this, and goes on with each code unit. */
export const firstHash = 0x811c9dc5 | 0
export const nextHash = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)

/** The same as {@link wordNumber} when the hash is known. */
export function hashedWord(text: string, start: number, end: number, hash: number): number {
  if (end - start > longestForm) return -1
  let at = (hash ^ (hash >>> 15)) & (table.length - 1)
  for (; table[at] !== 0; at = (at + 1) & (table.length - 1)) {
    const known = table[at]! - 1
    if (hashes[known] === hash && isWritten(known, text, start, end)) return forgotten + known
  }
  if (words.length === mostRemembered) return -1
  table[at] = words.push(fold(text.slice(start, end)))
  const own = words.length - 1
  hashes[own] = hash
  let letter = letters.ends[own]!
  if (letter + end - start > letters.data.length) {
    const longer = new Uint16Array(letters.data.length * 2)
    longer.set(letters.data)
    letters.data = longer
  }
  for (let i = start; i < end; i++) letters.data[letter++] = text.charCodeAt(i)
  letters.ends[own + 1] = letter
  return forgotten + own
}

function isWritten(known: number, text: string, start: number, end: number): boolean {
  let letter = letters.ends[known]!
  if (letters.ends[known + 1]! - letter !== end - start) return false
  for (let i = start; i < end; i++) if (letters.data[letter++] !== text.charCodeAt(i)) return false
  return true
}

/** The form and term of a word, worked out. */
export function fold(written: string): FoldedWord {
  const form = foldForm(written)
  return { form, term: termOf(form) }
}

/** The term of a folded form: British spelling, English stem. What is not letters a to z alone is its own term. */
export function termOf(form: string): string {
  return onlyLatin.test(form) ? stem(britishSpelling(form)) : form
}

const onlyLatin = /^[a-z]+$/

/**
 * Lower case without accents, ligatures, full-width forms, soft hyphens, apostrophes and the possessive "'s", so
 * that what reads the same is the same. The signs of scripts that cannot be read without them stay.
 */
export function foldForm(written: string): string {
  const plain = isPlain.test(written) ? written.toLowerCase() : foldUnicode(written)
  const form = plain.includes("'") ? plain.replace(/'s$/, '').replaceAll("'", '') : plain
  return ownCopy(form.length > longestForm ? form.slice(0, longestForm).toWellFormed() : form)
}

const isPlain = /^[\x00-\x7f]*$/

function foldUnicode(written: string): string {
  return written
    .slice(0, 4 * longestForm)
    .toWellFormed()
    .normalize('NFKD')
    .replace(droppedMarks, '')
    .toLowerCase()
    .replace(droppedMarks, '')
    .normalize('NFC')
    .replace(/[’‘ʼʹ＇′]/g, "'")
    .replace(lettersOfTheirOwn, letter => plainLetters[letter]!)
    .replace(/[٠-٩۰-۹]/g, digit => String(digit.charCodeAt(0) & 15))
    .replace(/[^\p{L}\p{N}\p{M}\p{Co}']/gu, '')
}

/** Accents, and the vowel points of Hebrew and Arabic, which are written or not. */
const droppedMarks =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: marks by themselves are what is meant
  /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe2f]/g

/** Letters that Unicode does not take apart. */
const plainLetters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ĸ: 'k',
  ł: 'l',
  ŋ: 'n',
  ŧ: 't',
  ς: 'σ',
  ə: 'e',
}
const lettersOfTheirOwn = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g')

/** A slice of a text keeps the whole text in memory as long as it lives; a string put together anew does not. */
function ownCopy(slice: string): string {
  return slice.length < 13 ? slice : slice.split('').join('')
}
