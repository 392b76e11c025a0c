import type { Clause, WordClause } from '../../../shared/search/query.ts'

/** Whether words mean more than that all of them must be found, so that it is worth saying how they were read. */
export function readsMore(clause: Clause | null): boolean {
  return clause !== null && !isPlain(clause, true)
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
