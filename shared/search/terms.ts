import { britishSpelling } from './britishSpelling.ts'
import { stem } from './stem.ts'

/** A word as it is compared: as written but folded, and as indexed. Both are empty when nothing is left. */
export interface FoldedWord {
  form: string
  term: string
  /** Its number among all words that were ever remembered, ascending; -1 for one that is not. */
  number: number
}

/** The longest form kept, in UTF-16 code units; of a longer word only its beginning is compared. */
const longestForm = 64
/** So many words are remembered, for most words of a text are common ones: the vocabulary of some thousand articles. */
const mostRemembered = 65_536
/** A table of hashes with open places: at each the place of a word in the lists, plus one. */
const table = new Int32Array(2 * mostRemembered)
const lists: { written: string[]; words: FoldedWord[] } = { written: [], words: [] }
let forgotten = 0

/** The form and term of a word as it stands in a text. */
export const foldedWord = (written: string): FoldedWord => wordIn(written, 0, written.length)

/** The same of a stretch of a text; nothing is allocated for a word that is remembered. */
export function wordIn(text: string, start: number, end: number): FoldedWord {
  if (end - start > longestForm) return fold(text.slice(start, end), -1)
  let hash = 0x811c9dc5
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  let at = (hash ^ (hash >>> 15)) & (table.length - 1)
  for (; table[at] !== 0; at = (at + 1) & (table.length - 1)) {
    const known = table[at]! - 1
    if (isAt(text, start, end, lists.written[known]!)) return lists.words[known]!
  }
  if (lists.words.length === mostRemembered) {
    forgotten += mostRemembered
    table.fill(0)
    lists.written = []
    lists.words = []
    at = (hash ^ (hash >>> 15)) & (table.length - 1)
  }
  const written = ownCopy(text.slice(start, end))
  const word = fold(written, forgotten + lists.words.length)
  lists.words.push(word)
  table[at] = lists.written.push(written)
  return word
}

/** No word with a lower number is remembered. */
export const firstRemembered = (): number => forgotten

function isAt(text: string, start: number, end: number, written: string): boolean {
  if (written.length !== end - start) return false
  for (let i = 0; i < written.length; i++)
    if (written.charCodeAt(i) !== text.charCodeAt(start + i)) return false
  return true
}

function fold(written: string, number: number): FoldedWord {
  const form = foldForm(written)
  return { form, term: termOf(form), number }
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
