import { respelled } from './britishSpelling.ts'
import { specialWords } from './stem.ts'
import { termOf } from './terms.ts'

/**
 * Words, and beginnings of words, of which the term begins with other letters than the word itself: "gray" is "grey", "esthetic" is
 * "aesthet". Who looks for a term by what a text has written, or the other way round, would miss these by the first letters.
 */
export const beginsOtherwise: readonly { written: string; term: string }[] = [
  ...respelled,
  ...[...specialWords.keys()].map(word => [word, word] as const),
]
  .map(([written, british]) => ({ written, term: termOf(british) }))
  .filter(({ written, term }) => written.slice(0, 3) !== term.slice(0, 3))
