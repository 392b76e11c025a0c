import type { Token } from '../../../shared/search/tokens.ts'
import { tokensOf } from '../../../shared/search/tokens.ts'
import type { BuiltSegment } from './builtSegment.ts'
import { type ByteSink, byteSink } from './bytes.ts'
import { isCommon, pairOf } from './commonPairs.ts'
import { writePostings } from './postings.ts'
import { impactOf, ledeWords, weights } from './ranking.ts'
import { noDay, type Stream, streams } from './segment.ts'
import { longestTerm } from './termBytes.ts'
import { fieldTerm, formTerm } from './terms.ts'
import { type SegmentWriter, writeSegment } from './writeSegment.ts'

/** A document as it is to be indexed. */
export interface IndexedDocument {
  /** Its key, greater than the one before. */
  key: number
  /** As YYYY-MM-DD. */
  day: string | null
  title: string
  byline: string | null
  publisher: string | null
  text: string
  /** The stretches of the text that are page furniture, in UTF-16 code units, ascending. */
  furniture: readonly { start: number; end: number }[]
}

/** Words of two fields, or of the title and the text, are so far apart that no phrase spans them. */
const gap = 1000

/** Makes a segment of some documents, few enough to be held in memory. */
export function buildSegment(documents: readonly IndexedDocument[]): BuiltSegment {
  const gathered: Gathered = { terms: new Map(), forms: new Map() }
  for (const [number, document] of documents.entries()) addDocument(document, number, gathered)
  const sinks = Object.fromEntries(streams.map(stream => [stream, byteSink()])) as Record<Stream, ByteSink>
  const writer = writeSegment(
    Uint32Array.from(documents, ({ key }) => key),
    Int32Array.from(documents, ({ day }) => dayNumber(day)),
    (stream, bytes) => sinks[stream].bytes(bytes),
  )
  writeTerms(gathered, documents.length, writer)
  const count = writer.end()
  const bytes = Object.fromEntries(
    streams.map(stream => [stream, sinks[stream].written().slice()]),
  ) as BuiltSegment['bytes']
  return { documents: documents.length, terms: count, bytes }
}

/** A day as days since 1970, or `noDay`. */
export const dayNumber = (day: string | null): number =>
  day === null ? noDay : Math.floor(Date.parse(day) / 86_400_000)

interface Gathered {
  terms: Map<string, Term>
  /** Words as they are written, and their terms. */
  forms: Map<string, string>
}

/** What is gathered of a term, document after document. */
interface Term {
  documents: number[]
  impacts: number[]
  /** For each document how many places, then the places, each as the distance from the one before. */
  places: number[]
  /** Of the document that is being read: its number, how often the term stands in it, where its places begin, and the last. */
  document: number
  frequency: number
  countAt: number
  lastPlace: number
}

const newTerm = (): Term => ({
  documents: [],
  impacts: [],
  places: [],
  document: -1,
  frequency: 0,
  countAt: 0,
  lastPlace: 0,
})

function addDocument(document: IndexedDocument, number: number, { terms, forms }: Gathered): void {
  const touched: Term[] = []
  const termOf = (name: string): Term => {
    let term = terms.get(name)
    if (!term) {
      term = newTerm()
      terms.set(name, term)
    }
    return term
  }
  const count = (term: Term, weight: number): void => {
    if (term.document !== number) {
      term.document = number
      term.frequency = 0
      term.countAt = -1
      touched.push(term)
    }
    term.frequency += weight
  }
  const add = (term: Term, weight: number, place: number): void => {
    count(term, weight)
    if (term.countAt < 0) {
      term.countAt = term.places.push(0) - 1
      term.lastPlace = 0
    }
    term.places[term.countAt]!++
    term.places.push(place - term.lastPlace)
    term.lastPlace = place
  }
  let length = 0
  let before = ''
  let beforeAt = -1
  const addWord = ({ term, form: written }: Token, at: number, weight: number): void => {
    if (term.length >= longestTerm) return
    add(termOf(term), weight, at)
    length += weight
    if (written === '') return
    forms.set(written, term)
    if (!isCommon(term)) return
    if (at === beforeAt + 1) count(termOf(pairOf(before, term)), weight)
    before = term
    beforeAt = at
  }
  let place = 0
  for (const field of ['title', 'byline', 'publisher'] as const) {
    const tokens = tokensOf(document[field] ?? '')
    for (const token of tokens) {
      addWord(token, place + token.position, weights[field])
      if (token.term.length < longestTerm) add(termOf(fieldTerm(field, token.term)), 1, token.position)
    }
    place += (tokens.at(-1)?.position ?? 0) + gap
  }
  let furniture = 0
  let words = 0
  for (const token of tokensOf(document.text)) {
    while (furniture < document.furniture.length && document.furniture[furniture]!.end <= token.start)
      furniture++
    const isFurniture = (document.furniture[furniture]?.start ?? Number.POSITIVE_INFINITY) <= token.start
    if (!isFurniture) words++
    addWord(
      token,
      place + token.position,
      isFurniture ? weights.furniture : words <= ledeWords ? weights.lede : weights.body,
    )
  }
  for (const term of touched) {
    term.documents.push(number)
    term.impacts.push(impactOf(term.frequency, length))
  }
}

const encoder = new TextEncoder()
const nothing = new Uint8Array(0)

function writeTerms({ terms, forms }: Gathered, documents: number, writer: SegmentWriter): void {
  const places = byteSink()
  const postings = byteSink()
  const names = [...terms.keys()]
  // A word that is its own term is found among the terms.
  for (const [form, term] of forms) if (form !== term && form.length < longestTerm) names.push(formTerm(form))
  for (const name of names.sort()) {
    const term = terms.get(name)
    if (!term) {
      const form = encoder.encode(forms.get(name.slice(1)))
      writer.add({ term: name, documents: 0, postings: form, positions: nothing })
      continue
    }
    places.clear()
    for (const each of term.places) places.number(each)
    postings.clear()
    writePostings(postings, term.documents, term.impacts, documents)
    writer.add({
      term: name,
      documents: term.documents.length,
      postings: postings.written(),
      positions: places.written(),
    })
  }
}
