import type { TextRange } from './textRange.ts'

/** Every place of the words in a text, whatever their case, without overlap; any white space stands for any other. */
export function findPlaces(text: string, words: string): TextRange[] {
  const wanted = words.trim()
  if (wanted === '') return []
  const pattern = wanted
    .split(/\s+/)
    .map(word => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('\\s+')
  return [...text.matchAll(new RegExp(pattern, 'giu'))].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}
