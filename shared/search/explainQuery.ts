import type { Clause, Filter, Query, TextField, WordClause } from './query.ts'
import { dayAfter } from './queryDates.ts'

/** One line in plain words that says how a query was read. */
export function explainQuery(query: Query): string {
  const parts = [...(query.clause ? explainWhole(query.clause) : []), ...query.filters.map(explainFilter)]
  const line = parts.length === 0 ? 'everything' : parts.join('; ')
  return line[0]!.toUpperCase() + line.slice(1)
}

/** What must be found anywhere first, then what must be in a field, then what must not be found. */
function explainWhole(clause: Clause): string[] {
  const clauses = clause.kind === 'all' ? clause.clauses : [clause]
  const anywhere = clauses.filter(part => part.kind !== 'not' && fieldOf(part) === null)
  const inFields = clauses.filter(part => part.kind !== 'not' && fieldOf(part) !== null)
  const denied = clauses.filter(part => part.kind === 'not')
  const words = anywhere.map(explainClause).join(', ')
  return [
    ...(anywhere.length === 0 ? [] : [anywhere.length > 1 ? `all of: ${words}` : words]),
    ...inFields.map(explainClause),
    ...denied.map(explainClause),
  ]
}

function explainClause(clause: Clause): string {
  switch (clause.kind) {
    case 'word':
      return inField(clause.field, explainWord(clause))
    case 'phrase':
      return inField(clause.field, explainPhrase(clause.typed))
    case 'near':
      return `${listed(clause.words.map(word => shown(word.typed)))} within ${counted(clause.distance, 'word')} of each other`
    case 'not':
      return `not: ${explainDenied(clause.clause)}`
    case 'all':
      return `all of (${clause.clauses.map(explainClause).join(', ')})`
    case 'any':
      return explainAny(clause.clauses)
  }
}

/** A hyphenated word is two clauses with the same typed words: it is one to who typed it. */
function explainAny(clauses: Clause[]): string {
  const seen = new Set<string>()
  const different = clauses.filter(clause => {
    if (clause.kind !== 'word' && clause.kind !== 'phrase') return true
    const key = `${clause.field}:${clause.typed}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
  if (different.length > 1) return `any of (${different.map(explainClause).join(', ')})`
  return explainClause(different[0]!)
}

function explainDenied(clause: Clause): string {
  return clause.kind === 'word' && clause.beginning === null ? shown(clause.typed) : explainClause(clause)
}

function explainWord({ typed, terms, beginning, field }: WordClause): string {
  if (typed.endsWith('*')) return `words beginning ${shown(typed.slice(0, -1))}`
  if (terms.some(term => term.startsWith('n:'))) return `${shown(typed)} (however written)`
  // In a field the words are few; what goes without saying would bury them.
  if (field !== null) return shown(typed)
  const isEnglish = terms.every(term => /^[a-z]+$/.test(term))
  if (beginning !== null)
    return `${shown(typed)} (${isEnglish ? 'any form, or ' : 'or '}the beginning of a word)`
  return isEnglish ? `${shown(typed)} (any form)` : shown(typed)
}

function explainPhrase(typed: string): string {
  return `the phrase “${shown(typed)}”`
}

const fieldNames: Record<TextField, string> = {
  title: 'in the title',
  byline: 'in the byline',
  publisher: 'in the publisher’s name',
}

function inField(field: TextField | null, words: string): string {
  return field ? `${fieldNames[field]}: ${words}` : words
}

function fieldOf(clause: Clause): TextField | null {
  if (clause.kind === 'word' || clause.kind === 'phrase') return clause.field
  return clause.kind === 'any' ? fieldOf(clause.clauses[0]!) : null
}

/** One filter in plain words: “tagged ‘housing’”, “not cited in any pack”. */
export function explainFilter(filter: Filter): string {
  const not = filter.isNot ? 'not ' : ''
  switch (filter.kind) {
    case 'type':
      return filter.isNot ? `no ${filter.value}s` : `${filter.value}s only`
    case 'tag':
      return `${not}tagged “${shown(filter.value)}”`
    case 'date':
      return `${not}published ${explainDays(filter.from, filter.to)}`
    case 'has':
      return `${filter.isNot ? 'without' : 'with'} ${filter.value}s`
    case 'highlightKind':
      return `${filter.isNot ? 'without' : 'with'} highlights of the kind ${filter.value}`
    case 'cited':
      if (typeof filter.value === 'string') return `${not}cited in the pack “${shown(filter.value)}”`
      return filter.value !== filter.isNot ? 'cited in a pack' : 'not cited in any pack'
    case 'marking':
      return `${not}marked “${shown(filter.value)}”`
  }
}

function explainDays(from: string | null, to: string | null): string {
  if (from === null) return to === null ? 'on any day' : `before ${sayDay(dayAfter(to, 1))}`
  if (to === null) return `after ${sayDay(dayAfter(from, -1))}`
  if (from === to) return `on ${sayDay(from)}`
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return `in ${from.slice(0, 4)}`
  if (from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01') && dayAfter(to, 1).endsWith('-01')) {
    return `in ${sayDay(from).replace(/^\d+ /, '')}`
  }
  return `from ${sayDay(from)} to ${sayDay(to)}`
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
]

function sayDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${Number(date)} ${months[Number(month) - 1]} ${year}`
}

/** At most as much as a line can hold, without what would break it. */
function shown(typed: string): string {
  const line = typed.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59).toWellFormed().trimEnd()}…` : line
}

function listed(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
