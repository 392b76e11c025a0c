import { beginsOtherwise } from '../../../shared/search/beginsOtherwise.ts'
import type { Clause, TextField } from '../../../shared/search/query.ts'
import { intersect, uniteAll, uniteBest, without } from './joinMatches.ts'
import { everything, type Matches, mostOf, noMatches } from './matches.ts'
import { matchNear, matchPhrase } from './matchPhrase.ts'
import { begunWorth, type Worth } from './ranking.ts'
import type { SegmentReader } from './segmentReader.ts'
import { beginningLetters, beginningTerm, fieldTerm, formTerm } from './terms.ts'

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
      return matchPhrase(
        clause.slots.map(slot => slot.map(inField(clause.field))),
        segment,
        worth,
      )
    case 'near':
      return matchNear(
        clause.words.map(({ terms }) => terms),
        clause.distance,
        segment,
        worth,
      )
    case 'any':
      return clause.clauses
        .map(each => matchClause(each, segment, worth))
        .reduce<Matches>(uniteAll, noMatches)
    case 'all': {
      const wanted = clause.clauses.filter(({ kind }) => kind !== 'not')
      const unwanted = clause.clauses.flatMap(each => (each.kind === 'not' ? [each.clause] : []))
      let found: Matches | null = null
      for (const each of wanted) {
        const matches = matchClause(each, segment, worth)
        found = found === null ? matches : intersect(found, matches)
        if (mostOf(found) === 0) return noMatches
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
  let found: Matches = noMatches
  for (const term of terms) found = uniteBest(found, matchesOfTerm(term, segment, worth(term)))
  return found
}

/** The documents with a word that begins so; all such words are one, and the best of them counts. */
function begun(beginning: string, field: TextField | null, segment: SegmentReader, worth: Worth): Matches {
  const name = beginningTerm(inField(field)(beginning))
  let found = matchesOfTerm(name, segment, worth(name) * begunWorth)
  // A word as it is written goes further than its term, or another way: "electrifie", "colo". The first letters seldom do.
  const forms =
    beginning.length > beginningLetters
      ? [beginning]
      : beginsOtherwise.flatMap(({ written }) => (written.startsWith(beginning) ? [written] : []))
  const terms = new Set(
    forms
      .flatMap(form => segment.beginning(formTerm(form), mostForms))
      .map(entry => decoder.decode(segment.postingBytes(entry)))
      .filter(term => !term.startsWith(beginning))
      .map(inField(field)),
  )
  for (const term of terms) found = uniteBest(found, matchesOfTerm(term, segment, worth(term) * begunWorth))
  return found
}

function matchesOfTerm(term: string, segment: SegmentReader, worth: number): Matches {
  const entry = segment.find(term)
  if (entry === null) return noMatches
  return {
    kind: 'terms',
    terms: [{ postings: segment.postings(entry), step: worth / 255 }],
    all: segment.documents,
  }
}

const decoder = new TextDecoder()
