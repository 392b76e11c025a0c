import { firstRemembered } from '../../../shared/search/terms.ts'
import { type TokenColumns, tokenColumns, wordOf } from '../../../shared/search/tokens.ts'
import type { IndexedDocument } from './buildSegment.ts'
import { commonNumber, pairOf } from './commonPairs.ts'
import { type IntColumn, intColumn, longer, push } from './intColumn.ts'
import { impactOf, ledeWords, weights } from './ranking.ts'
import { longestTerm } from './termBytes.ts'
import { fieldTerm } from './terms.ts'

/** The terms of some documents, each by its number from 0. */
export interface GatheredTerms {
  terms: string[]
  /** Words as they are written that are not their own terms, and their terms. */
  forms: Map<string, string>
  /** For each document and term in it, documents ascending: what the term is worth there, and at how many places it stands. */
  postings: { term: IntColumn; document: IntColumn; impact: IntColumn; places: IntColumn }
  /** For each place, ascending within a document: which term stands there. */
  places: { term: IntColumn; place: IntColumn }
}

/** Words of two fields, or of the title and the text, are so far apart that no phrase spans them. */
const gap = 1000

/** Reads some documents, and gathers which terms they hold and where. Numbers in columns: a batch has tens of thousands of them. */
export function gatherTerms(documents: readonly IndexedDocument[]): GatheredTerms {
  const { gathered, read } = gathering()
  for (const [number, document] of documents.entries()) read(document, number)
  return gathered
}

function gathering(): { gathered: GatheredTerms; read(document: IndexedDocument, number: number): void } {
  const gathered: GatheredTerms = {
    terms: [],
    forms: new Map(),
    postings: { term: intColumn(), document: intColumn(), impact: intColumn(), places: intColumn() },
    places: { term: intColumn(), place: intColumn() },
  }
  const { terms, forms, postings, places } = gathered
  const numbers = new Map<string, number>()
  const pairs = new Map<number, number>()
  /** By the number of a remembered word: the number of its term plus one; -1 when it is too long for one. */
  let termOfWord = new Int32Array(1 << 14)
  const firstWord = firstRemembered()
  /** By the number of a term: its number among common words, and what is counted of it in the document that is read. */
  let common = new Int32Array(1 << 13)
  let standsAt = new Int32Array(1 << 13)
  let frequency = new Float64Array(1 << 13)
  const touched = intColumn(1024)

  const numberOf = (term: string): number => {
    const known = numbers.get(term)
    if (known !== undefined) return known
    const number = terms.push(term) - 1
    numbers.set(term, number)
    if (number === common.length) {
      common = longer(common, number + 1)
      standsAt = longer(standsAt, number + 1)
      const before = frequency
      frequency = new Float64Array(common.length)
      frequency.set(before)
    }
    common[number] = commonNumber(term)
    return number
  }
  /** The number of the term of a word, which is given as it stands in its column; -1 when it has none. */
  const termOf = (tokens: TokenColumns, word: number): number => {
    const at = word < 0 ? -1 : word - firstWord
    if (at >= 0) {
      if (at >= termOfWord.length) termOfWord = longer(termOfWord, at + 1)
      const known = termOfWord[at]!
      if (known !== 0) return known > 0 ? known - 1 : -1
    }
    const { term, form } = wordOf(tokens, word)
    const number = term.length < longestTerm ? numberOf(term) : -1
    if (number >= 0 && form !== term && form !== '') forms.set(form, term)
    if (at >= 0) termOfWord[at] = number < 0 ? -1 : number + 1
    return number
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
      if (common[term] === 0) return term
      if (at === beforeAt + 1) count(pairNumber(before, term), weight)
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
        if (term >= 0) add(numberOf(fieldTerm(field, terms[term]!)), 1, at)
      }
      place += (tokens.count > 0 ? tokens.positions[tokens.count - 1]! : 0) + gap
    }
    const { furniture } = document
    let next = 0
    let words = 0
    const tokens = tokenColumns(document.text)
    const { starts, positions } = tokens
    for (let i = 0; i < tokens.count; i++) {
      const start = starts[i]!
      while (next < furniture.length && furniture[next]!.end <= start) next++
      const isFurniture = next < furniture.length && furniture[next]!.start <= start
      if (!isFurniture) words++
      const weight = isFurniture ? weights.furniture : words <= ledeWords ? weights.lede : weights.body
      addWord(tokens, tokens.words[i]!, place + positions[i]!, weight)
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
  /** A document's first word has none before it, and makes a pair with that. */
  const pairNumber = (first: number, second: number): number => {
    const key = (first < 0 ? 0 : common[first]! * 1024) + common[second]!
    let number = pairs.get(key)
    if (number === undefined) {
      number = numberOf(pairOf(terms[first] ?? '', terms[second]!))
      pairs.set(key, number)
    }
    return number
  }
  return { gathered, read }
}
