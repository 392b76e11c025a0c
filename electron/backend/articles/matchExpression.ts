import type { Term } from '../../../shared/text/searchTerms.ts'

/** The FTS5 expression for the terms. Words are letters and digits only, so quoting them is enough. */
export function matchExpression(terms: readonly Term[]): string {
  return terms.map(({ typed, isPrefix }) => `"${typed}"${isPrefix ? ' *' : ''}`).join(' AND ')
}
