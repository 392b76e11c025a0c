import { classAt, characterClass as is } from './characters.ts'
import { magnitudes } from './numbers.ts'
import { otherForms } from './otherForms.ts'
import type { Clause, TextField } from './query.ts'
import { termOf } from './terms.ts'
import { type Token, tokensOf } from './tokens.ts'

/** The most words of one phrase; of a longer one the beginning is looked for. */
const slotLimit = 64

/** How the last word of a piece may go on: not at all, while it is being typed, or because a star says so. */
export type GoesOn = 'no' | 'typing' | 'star'

/**
 * The clause for words typed together: a word, several in a row ("and/or", a quoted phrase), or either way of
 * writing a hyphenated word. Null when there is no word in them.
 */
export function wordsClause(text: string, goesOn: GoesOn, field: TextField | null): Clause | null {
  const tokens = tokensOf(text)
  const slots = slotsOf(text, tokens, false)
  const last = tokens.at(-1)
  if (!last) return null
  const shown = text.trim()
  const number = numberAlone(tokens)
  if (number) return { kind: 'word', typed: shown, terms: number, beginning: null, field }
  if (slots.length === 1) return wordClause(shown, slots[0]!, beginningOf(text, tokens, goesOn), field)

  const joined = slotsOf(text, tokens, true)
  const phrase: Clause = { kind: 'phrase', typed: shown, slots: slots.slice(0, slotLimit), field }
  if (joined.length < slots.length) {
    const compound = tokens.find((token, i) => isJoined(token, tokens[i - 1]))!
    const asOne: Clause =
      joined.length === 1
        ? wordClause(shown, joined[0]!, goesOn === 'no' ? null : compound.form, field)
        : { ...phrase, slots: joined.slice(0, slotLimit) }
    return goesOn === 'star' && joined.length === 1 ? asOne : { kind: 'any', clauses: [asOne, phrase] }
  }
  if (goesOn === 'no' || isUnspaced(text, last)) return phrase
  // Nothing that will be found when the word is finished may disappear while it is typed.
  const ending = wordClause(text.slice(last.start, last.end), allTerms(text, last), last.form, field)
  const before = slots.slice(0, -1)
  const start: Clause =
    before.length === 1
      ? wordClause(text.slice(tokens[0]!.start, tokens[0]!.end), before[0]!, null, field)
      : {
          ...phrase,
          typed: text.slice(tokens[0]!.start, last.start).trim(),
          slots: before.slice(0, slotLimit),
        }
  return { kind: 'all', clauses: [start, ending] }
}

function wordClause(
  typed: string,
  terms: string[],
  beginning: string | null,
  field: TextField | null,
): Clause {
  return { kind: 'word', typed, terms, beginning, field }
}

/** A single character of a script without spaces is a beginning always: in a text it stands in pairs. */
function beginningOf(text: string, tokens: Token[], goesOn: GoesOn): string | null {
  const last = tokens.at(-1)!
  return goesOn !== 'no' || isUnspaced(text, last) ? last.form : null
}

function isUnspaced(text: string, token: Token): boolean {
  return classAt(text, token.start) === is.unspaced
}

/** The terms of a number with what it counts, when that is all there is: as meant, and a sum also in full. */
function numberAlone(tokens: Token[]): string[] | null {
  const value = tokens.find(isValue)
  if (value?.position !== 0) return null
  const isAll = tokens.every(token => token.start >= value.start && token.end <= value.end)
  return isAll ? valueTerms(value) : null
}

function isValue(token: Token): boolean {
  return token.term.startsWith('n:')
}

function valueTerms({ term }: Token): string[] {
  return term.endsWith('%') || term.includes('.') ? [term] : [term, term.slice(2)]
}

const magnitudeTerms = Object.keys(magnitudes).map(termOf)

/** The terms at each position: hyphenated words in their parts, or joined. */
function slotsOf(text: string, tokens: Token[], areJoined: boolean): string[][] {
  const slots: string[][] = []
  let joinedUntil = 0
  let isAfterSum = false
  for (const [i, token] of tokens.entries()) {
    if (isJoined(token, tokens[i - 1])) {
      if (!areJoined) continue
      joinedUntil = token.end
      slots[slots.length - 1] = [token.term]
    } else if (isValue(token)) {
      slots[slots.length - 1] = valueTerms(token)
      isAfterSum = !token.term.endsWith('%')
    } else if (token.start >= joinedUntil) {
      // "1.2 billion" may be written "1,200 million".
      slots.push(isAfterSum && magnitudeTerms.includes(token.term) ? magnitudeTerms : allTerms(text, token))
      isAfterSum = false
    }
  }
  return slots
}

/** A word's own term first, then its other forms; "1,200,000" may be written "1.2 million". */
function allTerms(text: string, { start, end, term, form }: Token): string[] {
  if (/^[1-9]\d{3,}$/.test(term)) return [term, `n:${term}`]
  return [term, ...otherForms(text.slice(start, end), form)]
}

/** Of the tokens at one position, the one that is neither the word as it stands nor what a number means. */
function isJoined(token: Token, before: Token | undefined): boolean {
  return token.position === before?.position && !isValue(token)
}
