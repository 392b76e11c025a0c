import type { Clause, PhraseClause, WordClause } from './query.ts'

/**
 * The words of a clause that is several plain words in a row, as opposed to anything that was asked for in the search language;
 * null when it is not that.
 */
export function plainWords(clause: Clause | null): Clause[] | null {
  return clause?.kind === 'all' && clause.clauses.every(isPlainWord) ? clause.clauses : null
}

/** A hyphenated word is read as any of its forms: one word or a phrase, both of the same typed word. */
function isPlainWord(each: Clause): boolean {
  const parts = each.kind === 'any' ? each.clauses : [each]
  const isPlain = (part: Clause): part is WordClause | PhraseClause =>
    (part.kind === 'word' || (part.kind === 'phrase' && part !== each)) && part.field === null
  const typed = parts.map(part => (isPlain(part) ? part.typed : null))
  return typed.every(words => words !== null && words === typed[0] && !words.endsWith('*'))
}
