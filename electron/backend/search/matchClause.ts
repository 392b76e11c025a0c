import type { Clause, TextField } from '../../../shared/search/query.ts'
import { isCommon, pairOf } from './commonPairs.ts'
import {
  everything,
  intersect,
  keepOnly,
  type Matches,
  matchesOf,
  noMatches,
  onlyIn,
  uniteAll,
  uniteBest,
  without,
} from './matches.ts'
import { isNear, isPhrase, mergedPlaces, type PlaceList, placesOf } from './places.ts'
import { begunWorth } from './ranking.ts'
import type { TermEntry } from './segment.ts'
import type { SegmentReader } from './segmentReader.ts'
import { beginningLetters, beginningTerm, fieldTerm, formTerm } from './terms.ts'

/** What a term is worth in the whole archive. */
export type Worth = (term: string) => number

/** So many words are looked at whose terms begin otherwise; there are few. */
const mostForms = 200

/** The documents of a segment that a clause matches. */
export function matchClause(clause: Clause, segment: SegmentReader, worth: Worth): Matches {
  switch (clause.kind) {
    case 'word': {
      const exact = anyOf(clause.terms.map(inField(clause.field)), segment, worth)
      return clause.beginning === null
        ? exact
        : uniteBest(exact, begun(clause.beginning, clause.field, segment, worth))
    }
    case 'phrase':
      return phrase(
        clause.slots.map(slot => slot.map(inField(clause.field))),
        segment,
        worth,
        isPhrase,
      )
    case 'near':
      return phrase(
        clause.words.map(({ terms }) => terms),
        segment,
        worth,
        words => isNear(words, clause.distance),
      )
    case 'any':
      return clause.clauses.map(each => matchClause(each, segment, worth)).reduce(uniteAll, noMatches)
    case 'all': {
      const wanted = clause.clauses.filter(({ kind }) => kind !== 'not')
      const unwanted = clause.clauses.flatMap(each => (each.kind === 'not' ? [each.clause] : []))
      let found: Matches | null = null
      for (const each of wanted) {
        const matches = matchClause(each, segment, worth)
        found = found === null ? matches : intersect(found, matches)
        if (found.documents.length === 0) return noMatches
      }
      found ??= everything(segment.documents)
      for (const each of unwanted) found = without(found, matchClause(each, segment, worth))
      return found
    }
    case 'not':
      return without(everything(segment.documents), matchClause(clause.clause, segment, worth))
  }
}

/** The terms of a query's clause that are looked up as they stand: for their worth. */
export function termsIn(clause: Clause): string[] {
  switch (clause.kind) {
    case 'word':
      return clause.terms.map(inField(clause.field))
    case 'phrase':
      return clause.slots.flat().map(inField(clause.field))
    case 'near':
      return clause.words.flatMap(({ terms }) => terms)
    case 'not':
      return termsIn(clause.clause)
    case 'all':
    case 'any':
      return clause.clauses.flatMap(termsIn)
  }
}

const inField =
  (field: TextField | null) =>
  (term: string): string =>
    field === null ? term : fieldTerm(field, term)

function anyOf(terms: readonly string[], segment: SegmentReader, worth: Worth): Matches {
  let found = noMatches
  for (const term of terms) found = uniteBest(found, matchesOfTerm(term, segment, worth(term)))
  return found
}

/** The documents with a word that begins so; all such words are one, and the best of them counts. */
function begun(beginning: string, field: TextField | null, segment: SegmentReader, worth: Worth): Matches {
  const name = beginningTerm(inField(field)(beginning))
  let found = matchesOfTerm(name, segment, worth(name) * begunWorth)
  if (beginning.length <= beginningLetters) return found
  // A word as it is written goes further than its term, or another way: "electrifie", "colo".
  const terms = new Set(
    segment
      .beginning(formTerm(beginning), mostForms)
      .map(entry => decoder.decode(segment.postingBytes(entry)))
      .filter(term => !term.startsWith(beginning))
      .map(inField(field)),
  )
  for (const term of terms) found = uniteBest(found, matchesOfTerm(term, segment, worth(term) * begunWorth))
  return found
}

function matchesOfTerm(term: string, segment: SegmentReader, worth: number): Matches {
  const entry = segment.find(term)
  return entry ? matchesOf(segment.postings(entry), worth) : noMatches
}

const decoder = new TextDecoder()

/** The documents in which the slots stand as `isIt` wants them: each slot any of its terms. */
function phrase(
  slots: readonly (readonly string[])[],
  segment: SegmentReader,
  worth: Worth,
  isIt: (places: readonly PlaceList[]) => boolean,
): Matches {
  const entries: TermEntry[][] = []
  let found: Matches | null = null
  for (const slot of slots) {
    const known = slot.flatMap(term => segment.find(term) ?? [])
    if (known.length === 0) return noMatches
    entries.push(known)
    const matches = anyOf(slot, segment, worth)
    found = found === null ? matches : intersect(found, matches)
    if (found.documents.length === 0) return noMatches
  }
  if (found === null) return noMatches
  if (slots.length === 1) return found
  if (isIt === isPhrase) {
    const pairs = commonPairsIn(slots)
    for (const pair of pairs) {
      const entry = segment.find(pair)
      if (!entry) return noMatches
      const { documents } = matchesOf(segment.postings(entry), 0)
      found = onlyIn(found, documents)
      if (found.documents.length === 0) return noMatches
    }
    // A phrase that is one pair of common words is wherever the pair is.
    if (slots.length === 2 && pairs.length === 1) return found
  }
  const places = entries.map(slot =>
    slot.map(entry => placesOf(segment.postings(entry), segment.positionBytes(entry))),
  )
  return keepOnly(found, document => {
    const lists = places.map(slot => mergedPlaces(slot.map(each => each.in(document))))
    return isIt(lists)
  })
}

/** The pairs of common words that a phrase holds. */
function commonPairsIn(slots: readonly (readonly string[])[]): string[] {
  return slots.slice(1).flatMap((slot, i) => {
    const before = slots[i]!
    return before.length === 1 && slot.length === 1 && isCommon(before[0]!) && isCommon(slot[0]!)
      ? [pairOf(before[0]!, slot[0]!)]
      : []
  })
}
