import type { TokenColumns } from '../../../shared/search/scan.ts'
import { firstRemembered } from '../../../shared/search/terms.ts'
import { tokenColumns } from '../../../shared/search/tokens.ts'
import type { IndexedDocument } from './buildSegment.ts'
import { isCommon } from './commonPairs.ts'
import { type IntColumn, intColumn, longer, push } from './intColumn.ts'
import { impactOf, ledeWords, weights } from './ranking.ts'
import { fieldTerm } from './terms.ts'
import { type Vocabulary, vocabulary } from './vocabulary.ts'

/**
 * The terms of some documents, and the words as they are written that are not their own terms. Each has a number from 0
 * here; what is known of them stands in columns of numbers, for a batch has tens of thousands of places.
 */
export interface GatheredTerms {
  nameOf(term: number): string
  /** The numbers of all, in the order of the names' UTF-16 code units. */
  order: IntColumn
  /** For a word as it is written, the number of its term; -1 for a term. */
  leadsTo: IntColumn
  /** For each document and term in it, documents ascending: what the term is worth there, and at how many places it stands. */
  postings: { term: IntColumn; document: IntColumn; impact: IntColumn; places: IntColumn }
  /** For each place, ascending within a document: which term stands there. */
  places: { term: IntColumn; place: IntColumn }
}

/** Words of two fields, or of the title and the text, are so far apart that no phrase spans them. */
const gap = 1000
/** What a very large batch took, in places, is not kept for the next. */
const mostKept = 1 << 20

let kept: { known: Vocabulary; gather: Gather } | null = null
type Gather = (documents: readonly IndexedDocument[]) => GatheredTerms

/** Reads some documents, and gathers which terms they hold and where. The next call writes over what this one gives. */
export function gatherTerms(documents: readonly IndexedDocument[]): GatheredTerms {
  const known = vocabulary()
  if (kept?.known !== known) kept = { known, gather: gatherer(known) }
  const gathered = kept.gather(documents)
  if (gathered.places.place.length > mostKept) kept = null
  return gathered
}

function gatherer(known: Vocabulary): Gather {
  const postings = { term: intColumn(), document: intColumn(), impact: intColumn(), places: intColumn() }
  const places = { term: intColumn(), place: intColumn() }
  const order = intColumn()
  /** By the number of a name in the vocabulary, and of a word that is remembered: its number here plus one. */
  let ownOfName = new Int32Array(1 << 14)
  let ownOfWord = new Int32Array(1 << 14)
  const firstWord = firstRemembered()
  /** By the number here: its number in the vocabulary, where it leads, whether it is common. */
  const nameIn = intColumn()
  const leadsTo = intColumn()
  const common = intColumn()
  /** What is counted of a term in the document that is being read. */
  let standsAt = new Int32Array(1 << 13)
  let frequency = new Float64Array(1 << 13)
  const touched = intColumn()

  const ownOf = (name: number, lead: number): number => {
    if (name >= ownOfName.length) ownOfName = longer(ownOfName, name + 1)
    if (ownOfName[name] !== 0) return ownOfName[name]! - 1
    const own = nameIn.length
    push(nameIn, name)
    push(leadsTo, lead)
    push(common, lead < 0 && isCommon(known.names[name]!) ? 1 : 0)
    if (own === standsAt.length) {
      standsAt = longer(standsAt, own + 1)
      const before = frequency
      frequency = new Float64Array(standsAt.length)
      frequency.set(before)
    }
    ownOfName[name] = own + 1
    return own
  }
  const termOf = (tokens: TokenColumns, word: number): number => {
    const at = word - firstWord
    if (word >= 0) {
      if (at >= ownOfWord.length) ownOfWord = longer(ownOfWord, at + 1)
      if (ownOfWord[at] !== 0) return ownOfWord[at]! - 1
    }
    const name = known.termOf(tokens, word)
    // Too long for a term.
    if (name < 0) return -1
    const own = ownOf(name, -1)
    const form = known.formOf(tokens, word)
    if (form >= 0) ownOf(form, own)
    if (word >= 0) ownOfWord[at] = own + 1
    return own
  }
  const count = (term: number, weight: number): void => {
    if (frequency[term] === 0) push(touched, term)
    frequency[term]! += weight
  }
  const add = (term: number, weight: number, place: number): void => {
    count(term, weight)
    standsAt[term]!++
    push(places.term, term)
    push(places.place, place)
  }

  const read = (document: IndexedDocument, number: number): void => {
    let length = 0
    let before = -1
    let beforeAt = -1
    const addWord = (tokens: TokenColumns, word: number, at: number, weight: number): number => {
      const term = termOf(tokens, word)
      if (term < 0) return -1
      add(term, weight, at)
      length += weight
      if (common.data[term] === 0) return term
      const first = before < 0 ? -1 : nameIn.data[before]!
      if (at === beforeAt + 1) count(ownOf(known.pairOf(first, nameIn.data[term]!), -1), weight)
      before = term
      beforeAt = at
      return term
    }
    let place = 0
    for (const field of ['title', 'byline', 'publisher'] as const) {
      const tokens = tokenColumns(document[field] ?? '')
      for (let i = 0; i < tokens.count; i++) {
        const at = tokens.positions[i]!
        const term = addWord(tokens, tokens.words[i]!, place + at, weights[field])
        if (term < 0) continue
        const inField = fieldTerm(field, known.names[nameIn.data[term]!]!)
        add(ownOf(known.numberOf(inField), -1), 1, at)
      }
      place += (tokens.count > 0 ? tokens.positions[tokens.count - 1]! : 0) + gap
    }
    const { furniture } = document
    let next = 0
    let words = 0
    const tokens = tokenColumns(document.text)
    for (let i = 0; i < tokens.count; i++) {
      const start = tokens.starts[i]!
      while (next < furniture.length && furniture[next]!.end <= start) next++
      const isFurniture = next < furniture.length && furniture[next]!.start <= start
      if (!isFurniture) words++
      const weight = isFurniture ? weights.furniture : words <= ledeWords ? weights.lede : weights.body
      addWord(tokens, tokens.words[i]!, place + tokens.positions[i]!, weight)
    }
    for (let i = 0; i < touched.length; i++) {
      const term = touched.data[i]!
      push(postings.term, term)
      push(postings.document, number)
      push(postings.impact, impactOf(frequency[term]!, length))
      push(postings.places, standsAt[term]!)
      frequency[term] = 0
      standsAt[term] = 0
    }
    touched.length = 0
  }

  return documents => {
    for (const column of [
      ...Object.values(postings),
      ...Object.values(places),
      order,
      nameIn,
      leadsTo,
      common,
    ])
      column.length = 0
    ownOfName.fill(0)
    ownOfWord.fill(0)
    for (const [number, document] of documents.entries()) read(document, number)
    for (const name of known.inOrder()) {
      const own = ownOfName[name] ?? 0
      if (own > 0) push(order, own - 1)
    }
    return { nameOf: term => known.names[nameIn.data[term]!]!, order, leadsTo, postings, places }
  }
}
