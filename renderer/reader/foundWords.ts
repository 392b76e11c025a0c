import { findTerm, readQuery } from '../../shared/text/searchTerms.ts'
import { wordsOf } from '../../shared/text/words.ts'
import type { TextRange } from './textRange.ts'

/** Where what was searched stands in a text, read just as the search read it: in order, none inside another. */
export function foundWords(text: string, typed: string): TextRange[] {
  const terms = readQuery(typed)
  if (terms.length === 0) return []
  const words = wordsOf(text)
  return terms
    .flatMap(term =>
      findTerm(words, term).map(([first, after]) => ({
        start: words[first]!.start,
        end: words[after - 1]!.end,
      })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((range, i, all) => i === 0 || range.end > all[i - 1]!.end)
}
