import type { Filter } from './query.ts'
import { lexemesOf } from './queryLexemes.ts'
import { readQuery } from './readQuery.ts'

/** A filter, and where in what was typed it stands (UTF-16 code units), without what denies it. */
export interface TypedFilter {
  filter: Filter
  start: number
  end: number
}

/** The filters of a query in the order in which they were typed. `today` is as for `readQuery`. */
export function typedFilters(typed: string, today: string): TypedFilter[] {
  const places = lexemesOf(typed, today).filter(lexeme => lexeme.kind === 'filter')
  // Whether it is denied is known only once brackets and NOT have been read; the order is the same.
  const { filters } = readQuery(typed, { today })
  return places.map(({ filter, start, end }, i) => ({ filter: filters[i] ?? filter, start, end }))
}

/** What was typed without some of its filters, and without the minus, NOT or OR that would be left over. */
export function withoutFilters(typed: string, gone: readonly TypedFilter[]): string {
  let rest = typed
  for (const { start, end } of gone.toSorted((a, b) => b.start - a.start)) {
    const before = rest.slice(0, start).replace(/[\s|-]+$/, '')
    const after = rest.slice(end).trimStart()
    const joined = before.replace(/(^|\s)(?:OR|AND|NOT)$/, '').trimEnd()
    rest = joined === '' ? after.replace(/^(?:(?:OR|AND) |\|)\s*/, '') : `${joined} ${after}`
  }
  return gone.length > 0 ? rest.trim() : typed
}
