import { foldWord, wordsOf } from '../../shared/text/words.ts'
import type { TextRange } from './textRange.ts'

/** Where the words that were searched stand in a text. The last one counts as a beginning unless a space follows it. */
export function foundWords(text: string, typed: string): TextRange[] {
  const wanted = wordsOf(typed)
  const last = wanted.at(-1)
  if (!last) return []
  const whole = new Set(wanted.map(word => word.folded))
  const beginning = last.end === typed.length ? foldWord(typed.slice(last.start)) : null
  return wordsOf(text)
    .filter(({ folded }) => whole.has(folded) || (beginning !== null && folded.startsWith(beginning)))
    .map(({ start, end }) => ({ start, end }))
}
