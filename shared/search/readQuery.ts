import type { Clause, Filter, Query, TextField } from './query.ts'
import { type Lexeme, lexemesOf } from './queryLexemes.ts'
import { wordsClause } from './queryWords.ts'

/**
 * Reads what was typed into the search box. Every word and phrase must be found, in any form; OR and | stand between
 * two neighbours ("small boats OR ships" is small, and boats or ships); -, NOT, NEAR, brackets and fields are as
 * queryFields.ts lists them. The last word, with nothing after it, is also a beginning. Any string can be read,
 * in linear time: what is no grammar is words. A field within brackets or beside an OR holds for the whole query.
 * `today` (YYYY-MM-DD) is what "last week" is counted from.
 */
export function readQuery(typed: string, { today }: { today: string }): Query {
  const reader: Reader = { lexemes: lexemesOf(typed, today), at: 0, room: clauseLimit, filters: [] }
  const clauses: Clause[] = []
  // A closing bracket too many is not kept by lexemesOf; the loop only guards the end.
  while (reader.at < reader.lexemes.length) {
    const clause = readAll(reader, { field: null, isNot: false })
    if (clause) clauses.push(clause)
  }
  return { clause: group('all', clauses), filters: reader.filters }
}

/** The most words, phrases and nears of a query; what comes after them is dropped. */
const clauseLimit = 64

interface Reader {
  lexemes: Lexeme[]
  at: number
  /** How many more words, phrases and nears there may be. */
  room: number
  filters: Filter[]
}

/** What holds where we are: the field before the bracket, and whether it is all denied. */
interface Place {
  field: TextField | null
  isNot: boolean
}

/** All that stands up to the closing bracket or the end; passes over the bracket. */
function readAll(reader: Reader, place: Place): Clause | null {
  const clauses: Clause[] = []
  for (;;) {
    const lexeme = reader.lexemes[reader.at]
    if (!lexeme) break
    if (lexeme.kind === 'close') {
      reader.at++
      break
    }
    const clause = readAny(reader, place)
    if (clause) clauses.push(clause)
    if (isOperator(reader, 'AND') && beginsOperand(reader.lexemes[reader.at + 1])) reader.at++
  }
  return group('all', clauses)
}

function readAny(reader: Reader, place: Place): Clause | null {
  const clauses = [readNear(reader, place)]
  while (isOperator(reader, 'OR') && beginsOperand(reader.lexemes[reader.at + 1])) {
    reader.at++
    clauses.push(readNear(reader, place))
  }
  return group(
    'any',
    clauses.filter(clause => clause !== null),
  )
}

function readNear(reader: Reader, place: Place): Clause | null {
  let clause = readOperand(reader, place)
  let words = clause && nearWords(clause)
  for (;;) {
    const operator = reader.lexemes[reader.at]
    if (operator?.kind !== 'operator' || operator.operator !== 'NEAR' || !words) return clause
    const after = reader.lexemes[reader.at + 1]
    // Only words can be near each other; anything else makes NEAR a word.
    if (after?.kind !== 'words' || after.field) return clause
    reader.at++
    const next = readOperand(reader, place)
    const nextWords = next && nearWords(next)
    if (!nextWords) return clause
    words = [...words, ...nextWords].slice(0, nearLimit)
    const phrases = [clause!, next].filter(part => part.kind !== 'word' && part.kind !== 'near')
    clause = group('all', [...phrases, { kind: 'near', words, distance: operator.distance }])
  }
}

const nearLimit = 16

/** The words of a clause that may be near others; null when it is not that simple. A phrase gives its words. */
function nearWords(clause: Clause): { typed: string; terms: string[] }[] | null {
  if (clause.kind === 'word')
    return clause.typed.endsWith('*') ? null : [{ typed: clause.typed, terms: clause.terms }]
  if (clause.kind === 'phrase') return clause.slots.map(terms => ({ typed: terms[0]!, terms }))
  if (clause.kind === 'any') return nearWords(clause.clauses[0]!)
  return null
}

function readOperand(reader: Reader, place: Place): Clause | null {
  let isNot = false
  while (isDenial(reader)) {
    isNot = !isNot
    reader.at++
  }
  const clause = readPositive(reader, { ...place, isNot: place.isNot !== isNot })
  return clause && isNot ? not(clause) : clause
}

function isDenial(reader: Reader): boolean {
  const lexeme = reader.lexemes[reader.at]
  if (lexeme?.kind === 'minus') return true
  return isOperator(reader, 'NOT') && beginsOperand(reader.lexemes[reader.at + 1])
}

function readPositive(reader: Reader, place: Place): Clause | null {
  const lexeme = reader.lexemes[reader.at]
  if (!lexeme || lexeme.kind === 'close') return null
  reader.at++
  if (lexeme.kind === 'open') return readAll(reader, { ...place, field: lexeme.field ?? place.field })
  if (lexeme.kind === 'filter') {
    reader.filters.push({ ...lexeme.filter, isNot: place.isNot })
    return null
  }
  if (lexeme.kind === 'operator') return lexeme.words && readWords(reader, lexeme.words, place)
  return readWords(reader, lexeme, place)
}

function readWords(reader: Reader, lexeme: Lexeme, place: Place): Clause | null {
  if (lexeme.kind !== 'words' || reader.room <= 0) return null
  const { text, isQuoted } = lexeme
  const isStar = !isQuoted && /[\p{L}\p{N}\p{M}]\*$/u.test(text)
  // A word to be left out must be finished: "-f" on the way to "-ferry" would leave out too much.
  const isTyping = lexeme.isLast && !place.isNot && /[\p{L}\p{N}\p{M}]$/u.test(text)
  const clause = wordsClause(text, isStar ? 'star' : isTyping ? 'typing' : 'no', lexeme.field ?? place.field)
  if (!clause) return null
  const size = clause.kind === 'any' || clause.kind === 'all' ? clause.clauses.length : 1
  if (size > reader.room) return null
  reader.room -= size
  return clause
}

function isOperator(reader: Reader, operator: 'OR' | 'AND' | 'NOT'): boolean {
  const lexeme = reader.lexemes[reader.at]
  return lexeme?.kind === 'operator' && lexeme.operator === operator
}

/** An operator counts when something follows it that it can stand before; NOT may follow OR. */
function beginsOperand(lexeme: Lexeme | undefined): boolean {
  if (!lexeme || lexeme.kind === 'close') return false
  return lexeme.kind !== 'operator' || lexeme.operator === 'NOT'
}

function not(clause: Clause): Clause {
  return clause.kind === 'not' ? clause.clause : { kind: 'not', clause }
}

/** One clause for several: none is null, one is itself, groups of the same kind are one. Only denials are one denial. */
function group(kind: 'all' | 'any', clauses: Clause[]): Clause | null {
  if (clauses.length < 2) return clauses[0] ?? null
  if (kind === 'all' && clauses.every(clause => clause.kind === 'not')) {
    return {
      kind: 'not',
      clause: group(
        'any',
        clauses.map(({ clause }) => clause),
      )!,
    }
  }
  return { kind, clauses: clauses.flatMap(clause => (clause.kind === kind ? clause.clauses : [clause])) }
}
