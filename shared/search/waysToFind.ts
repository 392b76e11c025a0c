import { matchRanges } from './matchRanges.ts'
import { plainWords } from './plainWords.ts'
import { readQuery } from './readQuery.ts'

type Range = [start: number, end: number]

/**
 * How words are looked for within one text, the strictest way first; the first that finds anything is meant. Several
 * plain words are a phrase in any form ("small boat" finds "small boats"), else just what was typed, as a part of a
 * word or a sign may be, else each of the words. What is typed in the search language is read as a search. Ranges
 * are in UTF-16 code units, in order, without overlap.
 */
export function waysToFind(typed: string): ((text: string) => Range[])[] {
  const wanted = typed.trim().slice(0, longest)
  if (wanted === '') return []
  const query = readQuery(wanted, { today })
  const asTyped = (text: string) => literalRanges(text, wanted)
  const asRead = (text: string) => matchRanges(text, query)
  const isSeveral = query.filters.length === 0 && plainWords(query.clause) !== null
  if (!isSeveral) return [asRead, asTyped]
  const phrase = readQuery(`"${wanted}"`, { today })
  return [text => matchRanges(text, phrase), asTyped, asRead]
}

const longest = 1_000
/** Only filters by date depend on it, and within a text there is nothing to filter. */
const today = '2000-01-01'

/** Whatever the case; any white space stands for any other, a straight quotation mark for a curly one. */
function literalRanges(text: string, wanted: string): Range[] {
  const pattern = wanted
    .split(/\s+/)
    .map(word =>
      word
        .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
        .replace(/['‘’]/g, "['‘’]")
        .replace(/["“”]/g, '["“”]'),
    )
    .join('\\s+')
  return [...text.matchAll(new RegExp(pattern, 'giu'))].map(match => [
    match.index,
    match.index + match[0].length,
  ])
}
