import { beginsOtherwise } from '../../../shared/search/beginsOtherwise.ts'
import { classAt, characterClass as is, isInWord } from '../../../shared/search/characters.ts'
import type { Clause } from '../../../shared/search/query.ts'
import { foldedWord } from '../../../shared/search/terms.ts'
import { tokensOf } from '../../../shared/search/tokens.ts'
import { wordEnd } from '../../../shared/search/wordEnd.ts'
import { isWord } from './terms.ts'

/** A place in a text that a query matches: which of its words it is, and where, in UTF-16 code units. */
export interface TextMatch {
  index: number
  start: number
  end: number
}

/** Finds what a query matches in texts. */
export type FindMatches = (text: string) => TextMatch[]

/** So many matches are looked at: enough for any article. */
const mostMatches = 500

interface Wanted {
  index: number
  terms: ReadonlySet<string>
  beginning: string | null
}

const plain = /^[\u0000-\u024f]*$/

/**
 * A finder for one query, to be used on many texts. Most words of a text begin with other letters than any that is looked
 * for, and are passed over for that alone; numbers and scripts without spaces are read in full.
 */
export function findMatches(clause: Clause | null): FindMatches {
  const wanted = clause ? wantedIn(clause).map((each, index) => ({ ...each, index })) : []
  if (wanted.length === 0) return () => []
  const isPlain = wanted.every(({ terms, beginning }) =>
    [...terms, beginning ?? 'a'].every(term => /^\p{L}/u.test(term) && plain.test(term) && isWord(term)),
  )
  if (!isPlain)
    return text =>
      tokensOf(text)
        .flatMap(token => matchOf(wanted, token.form, token.term, token))
        .slice(0, mostMatches)
  const likely = likelyStarts(wanted)
  return text => {
    const found: TextMatch[] = []
    let at = 0
    likely.lastIndex = 0
    while (likely.test(text) && found.length < mostMatches) {
      const next = likely.lastIndex - 1
      if (next >= at) {
        at = passTo(text, at, next)
        if (at === next && startsWord(text, at)) {
          const start = at
          at = wordEnd(text, start)
          const { form, term } = foldedWord(text.slice(start, at))
          found.push(...matchOf(wanted, form, term, { start, end: at }))
        }
      }
      likely.lastIndex = Math.max(at, next + 1)
    }
    return found
  }
}

const startsWord = (text: string, at: number): boolean => {
  const kind = classAt(text, at)
  return kind === is.letter || kind === is.digit
}

/** From a place between two words to a later one, or to the end of the word that reaches over it. Linear in what lies between. */
function passTo(text: string, from: number, to: number): number {
  let at = to
  // Nothing in a word is an ASCII sign but the apostrophe: after one, a new word may begin.
  while (at > from && !isAsciiGap(text.charCodeAt(at - 1))) at--
  while (at < to) at = startsWord(text, at) ? endOf(text, at) : at + 1
  return at
}

/** Where a word or a number ends. A number with an apostrophe after it is no word. */
function endOf(text: string, start: number): number {
  let at = start
  while (classAt(text, at) === is.digit) at++
  return at > start && !isInWord(classAt(text, at)) ? at : wordEnd(text, start)
}

const isAsciiGap = (code: number): boolean =>
  code < 0x30 ? code !== 0x27 : code < 0x80 && !asciiWord.test(String.fromCharCode(code))

const asciiWord = /[0-9A-Za-z]/

/**
 * Where a word may begin that is looked for: with the first two letters of a term or a beginning, as they may be written. What is not
 * ASCII may be any letter, and an apostrophe none; letters within a word begin none.
 */
function likelyStarts(wanted: readonly Wanted[]): RegExp {
  const starts = new Map<string, Set<string>>()
  const add = (word: string): void => {
    const [first, second] = [word.charAt(0), word.charAt(1)]
    const seconds = starts.get(first) ?? new Set()
    starts.set(first, seconds.add(second))
  }
  for (const { terms, beginning } of wanted) {
    for (const term of terms) {
      add(term)
      for (const other of beginsOtherwise) if (term.startsWith(other.term)) add(other.written)
    }
    if (beginning !== null) add(beginning)
  }
  const pairs = [...starts].flatMap(([first, seconds]) => {
    if (first > '\u007f') return []
    const follow = [...seconds].every(second => asciiWord.test(second))
      ? `(?=[${[...seconds].map(bothCases).join('')}'\\u0080-\\uffff])`
      : ''
    return [`[${bothCases(first)}]${follow}`]
  })
  return new RegExp(`(?<![0-9A-Za-z])(?:${[...pairs, '[\\u0080-\\uffff]'].join('|')})`, 'g')
}

const bothCases = (letter: string): string => letter + letter.toUpperCase()

function matchOf(
  wanted: readonly Wanted[],
  form: string,
  term: string,
  { start, end }: { start: number; end: number },
): TextMatch[] {
  const found: TextMatch[] = []
  for (const { index, terms, beginning } of wanted)
    if (terms.has(term) || (beginning !== null && form.startsWith(beginning)))
      found.push({ index, start, end })
  return found
}

/** The words that a query wants to stand in a text. */
function wantedIn(clause: Clause): Omit<Wanted, 'index'>[] {
  switch (clause.kind) {
    case 'word':
      return [{ terms: new Set(clause.terms), beginning: clause.beginning }]
    case 'phrase':
      return clause.slots.map(terms => ({ terms: new Set(terms), beginning: null }))
    case 'near':
      return clause.words.map(({ terms }) => ({ terms: new Set(terms), beginning: null }))
    case 'not':
      return []
    case 'all':
    case 'any':
      return clause.clauses.flatMap(wantedIn)
  }
}
