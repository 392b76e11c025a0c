import type { Clause, Query, WordClause } from '../../../shared/search/query.ts'

/** Whether a query means more than that all of its plain words must be found, so that it is worth saying how it was read. */
export function readsMore({ clause, filters }: Query): boolean {
  return filters.length > 0 || (clause !== null && !isPlain(clause, true))
}

function isPlain(clause: Clause, isWhole: boolean): boolean {
  switch (clause.kind) {
    case 'word':
      return clause.field === null && !clause.typed.endsWith('*') && !isMeasure(clause)
    case 'all':
      return isWhole && clause.clauses.every(each => isPlain(each, false))
    case 'any':
      return isOneWord(clause.clauses)
    default:
      return false
  }
}

/** A figure with what it measures, which is found however it is written. */
const isMeasure = ({ typed, terms }: WordClause) =>
  terms.some(term => term.startsWith('n:')) && !/^[\d.,\s]+$/.test(typed)

/** A hyphenated word is read as any of its forms, each of them the same typed word. */
function isOneWord(clauses: readonly Clause[]): boolean {
  const typed = clauses.map(each =>
    (each.kind === 'word' || each.kind === 'phrase') && each.field === null ? each.typed : null,
  )
  return typed.every(words => words !== null && words === typed[0])
}
