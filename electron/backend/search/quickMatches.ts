import { classAt, characterClass as is } from '../../../shared/search/characters.ts'
import type { Clause } from '../../../shared/search/query.ts'
import { foldedWord } from '../../../shared/search/terms.ts'
import { tokensOf, wordEnd } from '../../../shared/search/tokens.ts'

/** A place in a text that a query matches: which of its words it is, and where, in UTF-16 code units. */
export interface TextMatch {
  index: number
  start: number
  end: number
}

/** Finds what a query matches in texts. */
export type FindMatches = (text: string) => TextMatch[]

/** So many matches are looked at: enough for any article. */
const mostMatches = 500

interface Wanted {
  index: number
  terms: ReadonlySet<string>
  beginning: string | null
}

const plain = /^[\u0000-\u024f]*$/

/**
 * A finder for one query, to be used on many texts. Most words of a text begin with another letter than any that is looked
 * for, and are passed over for that alone; numbers and scripts without spaces are read in full.
 */
export function findMatches(clause: Clause | null): FindMatches {
  const wanted = clause ? wantedIn(clause).map((each, index) => ({ ...each, index })) : []
  if (wanted.length === 0) return () => []
  const isPlain = wanted.every(({ terms, beginning }) =>
    [...terms, beginning ?? 'a'].every(term => /^\p{L}/u.test(term) && plain.test(term)),
  )
  if (!isPlain)
    return text =>
      tokensOf(text)
        .flatMap(token => matchOf(wanted, token.form, token.term, token))
        .slice(0, mostMatches)
  const letters = new Uint8Array(128)
  for (const { terms, beginning } of wanted)
    for (const term of [...terms, ...(beginning === null ? [] : [beginning])])
      if (term.charCodeAt(0) < 128)
        for (const each of [term[0]!, term[0]!.toUpperCase()]) letters[each.charCodeAt(0)] = 1
  return text => {
    const found: TextMatch[] = []
    for (let at = 0; at < text.length && found.length < mostMatches; ) {
      const kind = classAt(text, at)
      if (kind !== is.letter && kind !== is.digit) {
        at++
        continue
      }
      const start = at
      at = wordEnd(text, start)
      const first = text.charCodeAt(start)
      if (first < 128 && letters[first] === 0) continue
      const { form, term } = foldedWord(text.slice(start, at))
      found.push(...matchOf(wanted, form, term, { start, end: at }))
    }
    return found
  }
}

function matchOf(
  wanted: readonly Wanted[],
  form: string,
  term: string,
  { start, end }: { start: number; end: number },
): TextMatch[] {
  const found: TextMatch[] = []
  for (const { index, terms, beginning } of wanted)
    if (terms.has(term) || (beginning !== null && form.startsWith(beginning)))
      found.push({ index, start, end })
  return found
}

/** The words that a query wants to stand in a text. */
function wantedIn(clause: Clause): Omit<Wanted, 'index'>[] {
  switch (clause.kind) {
    case 'word':
      return [{ terms: new Set(clause.terms), beginning: clause.beginning }]
    case 'phrase':
      return clause.slots.map(terms => ({ terms: new Set(terms), beginning: null }))
    case 'near':
      return clause.words.map(({ terms }) => ({ terms: new Set(terms), beginning: null }))
    case 'not':
      return []
    case 'all':
    case 'any':
      return clause.clauses.flatMap(wantedIn)
  }
}
