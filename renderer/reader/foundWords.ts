import { matchRanges } from '../../shared/search/matchRanges.ts'
import { readQuery } from '../../shared/search/readQuery.ts'
import { waysToFind } from '../../shared/search/waysToFind.ts'
import type { TextRange } from './textRange.ts'

/** Where what was searched stands in a text, read just as the search read it: in order, none inside another. */
export function foundWords(text: string, typed: string, today: string): TextRange[] {
  if (typed.trim() === '') return []
  return matchRanges(text, readQuery(typed, { today })).map(toRange)
}

/** Every place of what is looked for within a text: in order, without overlap. */
export function findPlaces(text: string, words: string): TextRange[] {
  for (const way of waysToFind(words)) {
    const places = way(text)
    if (places.length > 0) return places.map(toRange)
  }
  return []
}

const toRange = ([start, end]: [number, number]): TextRange => ({ start, end })
