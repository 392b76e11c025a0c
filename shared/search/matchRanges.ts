import type { Clause, PhraseClause, Query, TextField, WordClause } from './query.ts'
import { type Token, tokensOf } from './tokens.ts'

/**
 * Where a text holds what a query asks for: ranges in UTF-16 code units, in order, without overlap. Words that must
 * be in a field count only when the text is said to be that field.
 */
export function matchRanges(
  text: string,
  query: Query,
  field: TextField | null = null,
): [start: number, end: number][] {
  const wanted = highlightTerms(query).filter(clause => clause.field === null || clause.field === field)
  if (wanted.length === 0) return []
  const tokens = tokensOf(text)
  const ranges = [...wordRanges(tokens, wanted), ...phraseRanges(tokens, wanted)]
  return merged(ranges.sort(([a], [b]) => a - b))
}

/** The words and phrases that a query asks for, wherever they stand in it; not those it denies. */
export function highlightTerms(query: Query): (WordClause | PhraseClause)[] {
  return query.clause ? positivesOf(query.clause) : []
}

function positivesOf(clause: Clause): (WordClause | PhraseClause)[] {
  switch (clause.kind) {
    case 'word':
    case 'phrase':
      return [clause]
    case 'near':
      return clause.words.map(word => ({ kind: 'word', ...word, beginning: null, field: null }))
    case 'not':
      return []
    default:
      return clause.clauses.flatMap(positivesOf)
  }
}

type Range = [start: number, end: number]

function wordRanges(tokens: Token[], wanted: (WordClause | PhraseClause)[]): Range[] {
  const words = wanted.filter(clause => clause.kind === 'word')
  const terms = new Set(words.flatMap(word => word.terms))
  const beginnings = words.flatMap(word => word.beginning || [])
  return tokens
    .filter(({ term, form }) => terms.has(term) || beginnings.some(beginning => form.startsWith(beginning)))
    .map(({ start, end }) => [start, end])
}

function phraseRanges(tokens: Token[], wanted: (WordClause | PhraseClause)[]): Range[] {
  const phrases = wanted.filter(clause => clause.kind === 'phrase')
  if (phrases.length === 0) return []
  const ranges: Range[] = []
  const positions = byPosition(tokens)
  for (const { slots } of phrases) {
    for (let at = 0; at + slots.length <= positions.length; at++) {
      const range = phraseAt(positions, at, slots)
      if (range) ranges.push(range)
    }
  }
  return ranges
}

function phraseAt(positions: Token[][], at: number, slots: string[][]): Range | null {
  let range: Range | null = null
  for (const [i, terms] of slots.entries()) {
    const token = positions[at + i]!.find(({ term }) => terms.includes(term))
    if (!token) return null
    range = range ? [range[0], Math.max(range[1], token.end)] : [token.start, token.end]
  }
  return range
}

function byPosition(tokens: Token[]): Token[][] {
  const positions: Token[][] = []
  for (const token of tokens) {
    const there = positions[token.position]
    if (there) there.push(token)
    else positions[token.position] = [token]
  }
  return positions
}

function merged(ranges: Range[]): Range[] {
  const result: Range[] = []
  for (const [start, end] of ranges) {
    const last = result.at(-1)
    if (last && start < last[1]) last[1] = Math.max(last[1], end)
    else result.push([start, end])
  }
  return result
}
