import { classAt, characterClass as is } from './characters.ts'
import { numberAt } from './numbers.ts'
import type { Filter, TextField } from './query.ts'
import { isDateField, readFilter, textFieldOf } from './queryFields.ts'

/** A piece of what was typed. */
export type Lexeme =
  /** Words as typed; `isLast` when nothing follows, so that the last word may go on. */
  | { kind: 'words'; text: string; isQuoted: boolean; isLast: boolean; field: TextField | null }
  /** `start` and `end` are where it was typed. */
  | { kind: 'filter'; filter: Filter; start: number; end: number }
  | { kind: 'open'; field: TextField | null }
  | { kind: 'close' }
  | { kind: 'minus' }
  | { kind: 'operator'; operator: 'OR' | 'AND' | 'NOT' | 'NEAR'; distance: number; words: Lexeme | null }

/** The most words, phrases and filters of one query; the rest of a pasted page adds cost, not meaning. */
const operandLimit = 64
/** Of all pieces: there may be more operators and brackets than words, but not many more. */
const lexemeLimit = 1_000
const nestingLimit = 32
/** In UTF-16 code units; of a longer phrase its beginning is looked for, and a longer word is several. */
const longestPhrase = 4_000
const longestWord = 500
const defaultDistance = 10

/** Takes what was typed apart, in linear time. Brackets come out balanced, but for those never closed. */
export function lexemesOf(typed: string, today: string): Lexeme[] {
  const lexemes: Lexeme[] = []
  const brackets = { depth: 0, tooDeep: 0 }
  let operands = 0
  let at = 0
  while (at < typed.length && operands < operandLimit && lexemes.length < lexemeLimit) {
    const { lexeme, end } = readOne(typed, at, today)
    at = end
    if (!lexeme || !isKept(lexeme, brackets)) continue
    if (lexeme.kind === 'words' || lexeme.kind === 'filter') operands++
    lexemes.push(lexeme)
  }
  return lexemes
}

/** Brackets nested too deep, and closing ones that close nothing, are as if they were not there. */
function isKept({ kind }: Lexeme, brackets: { depth: number; tooDeep: number }): boolean {
  if (kind === 'open') {
    if (brackets.depth < nestingLimit) brackets.depth++
    else brackets.tooDeep++
    return brackets.tooDeep === 0
  }
  if (kind !== 'close') return true
  if (brackets.tooDeep > 0) {
    brackets.tooDeep--
    return false
  }
  if (brackets.depth === 0) return false
  brackets.depth--
  return true
}

function readOne(typed: string, at: number, today: string): Read {
  const character = typed[at]!
  if (isSpace(character)) return { lexeme: null, end: at + 1 }
  if (character === '(') return { lexeme: { kind: 'open', field: null }, end: at + 1 }
  if (character === ')') return { lexeme: { kind: 'close' }, end: at + 1 }
  if (character === '|') {
    return { lexeme: { kind: 'operator', operator: 'OR', distance: 0, words: null }, end: at + 1 }
  }
  if (character === '-') {
    const isMinus = isBeforeOperand(typed, at + 1) && !isAfterWord(typed, at)
    return { lexeme: isMinus ? { kind: 'minus' } : null, end: at + 1 }
  }
  return isQuote(character) ? readQuoted(typed, at, null) : readUnquoted(typed, at, today)
}

interface Read {
  lexeme: Lexeme | null
  end: number
}

/** Quotes of every make; a phrase opened by one kind ends with any of the same kind. */
const doubleQuotes = '"“”„‟＂'
const guillemets = '«»'

function isQuote(character: string | undefined): boolean {
  return character !== undefined && (doubleQuotes.includes(character) || guillemets.includes(character))
}

function isSpace(character: string): boolean {
  return character.trim() === ''
}

function isBeforeOperand(typed: string, at: number): boolean {
  const next = typed[at]
  return next !== undefined && !isSpace(next) && next !== '-' && next !== ')' && next !== '|'
}

function isAfterWord(typed: string, at: number): boolean {
  return at > 0 && classAt(typed, at - 1) !== is.gap
}

/** The quoted text that begins at an offset; without a closing quote it runs to the end. */
function quotedAt(typed: string, at: number): { text: string; end: number } {
  const closing = guillemets.includes(typed[at]!) ? guillemets : doubleQuotes
  let end = at + 1
  while (end < typed.length && !closing.includes(typed[end]!)) end++
  return { text: typed.slice(at + 1, Math.min(end, at + 1 + longestPhrase)), end: end + 1 }
}

function readQuoted(typed: string, at: number, field: TextField | null): Read {
  const { text, end } = quotedAt(typed, at)
  return { lexeme: { kind: 'words', text, isQuoted: true, isLast: false, field }, end }
}

function readUnquoted(typed: string, at: number, today: string): Read {
  const end = chunkEnd(typed, at)
  const chunk = typed.slice(at, end)
  const words = (from: number, to: number, field: TextField | null = null): Lexeme => ({
    kind: 'words',
    text: typed.slice(from, to),
    isQuoted: false,
    isLast: to === typed.length,
    field,
  })
  const operator = operatorOf(chunk)
  if (operator) return { lexeme: { kind: 'operator', ...operator, words: words(at, end) }, end }
  const colon = /^\p{L}+:(?!\/\/)/u.exec(chunk)?.[0].length
  if (!colon) {
    const whole = numberEnd(typed, at, end)
    return { lexeme: words(at, whole), end: whole }
  }
  const name = chunk.slice(0, colon - 1).toLowerCase()
  const field = textFieldOf(name)
  const from = at + colon
  if (field) {
    if (from < end) return { lexeme: words(from, end, field), end }
    if (isQuote(typed[from])) return readQuoted(typed, from, field)
    if (typed[from] === '(') return { lexeme: { kind: 'open', field }, end: from + 1 }
  } else {
    for (const value of valuesAt(typed, from, end, isDateField(name))) {
      const filter = readFilter(name, value.text, today)
      if (!filter) continue
      const after = Math.min(value.end, typed.length)
      return { lexeme: { kind: 'filter', filter, start: at, end: after }, end: value.end }
    }
  }
  // What is not understood is words: first the one before the colon, then what follows it.
  return { lexeme: words(at, from), end: from }
}

/** What may be the value of a field: what is quoted, or else one word; or for dates, from five running on down to one. */
function valuesAt(
  typed: string,
  from: number,
  end: number,
  runsOn: boolean,
): { text: string; end: number }[] {
  if (from === end) return isQuote(typed[from]) ? [quotedAt(typed, from)] : []
  const values = [{ text: typed.slice(from, end), end }]
  let at = end
  while (runsOn && values.length < 5 && typed[at] === ' ') {
    const next = chunkEnd(typed, at + 1)
    if (next === at + 1 || next - from > 40) break
    values.push({ text: typed.slice(from, next), end: next })
    at = next
  }
  return values.reverse()
}

function chunkEnd(typed: string, at: number): number {
  const limit = Math.min(typed.length, at + longestWord)
  let end = at
  while (end < limit && !isSpace(typed[end]!) && !'()|'.includes(typed[end]!) && !isQuote(typed[end])) end++
  return end
}

/** "1.2 billion" and "34 500" are one number, though a space stands in them. */
function numberEnd(typed: string, at: number, end: number): number {
  const start = at + (/^[£$€¥]/.test(typed[at]!) ? 1 : 0)
  if (classAt(typed, start) !== is.digit) return end
  const number = numberAt(typed, start)
  const whole = Math.max(number.end, number.measure?.end ?? 0)
  return whole > end && chunkEnd(typed, whole) === whole ? whole : end
}

type Operator = Pick<Extract<Lexeme, { kind: 'operator' }>, 'operator' | 'distance'>

function operatorOf(chunk: string): Operator | null {
  if (chunk === 'OR' || chunk === 'AND' || chunk === 'NOT') return { operator: chunk, distance: 0 }
  const near = /^NEAR(?:\/(\d{1,4}))?$/.exec(chunk)
  return near ? { operator: 'NEAR', distance: Math.max(1, Number(near[1] ?? defaultDistance)) } : null
}
