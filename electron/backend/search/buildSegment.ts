import type { Token } from '../../../shared/search/tokens.ts'
import { tokensOf } from '../../../shared/search/tokens.ts'
import type { BuiltSegment } from './builtSegment.ts'
import { type ByteSink, byteSink } from './bytes.ts'
import { encodePostings } from './postings.ts'
import { impactOf, ledeWords, weights } from './ranking.ts'
import { noDay, type Stream, streams } from './segment.ts'
import { beginningLetters, beginningTerm, fieldTerm, formTerm } from './terms.ts'
import { type WrittenTerm, writeSegment } from './writeSegment.ts'

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
  const terms = new Map<string, Accumulated>()
  const forms = new Map<string, string>()
  for (const [number, document] of documents.entries()) addDocument(document, number, terms, forms)
  const sinks = Object.fromEntries(streams.map(stream => [stream, byteSink()])) as Record<Stream, ByteSink>
  const writer = writeSegment(
    Uint32Array.from(documents, ({ key }) => key),
    Int32Array.from(documents, ({ day }) => dayNumber(day)),
    (stream, bytes) => sinks[stream].bytes(bytes),
  )
  for (const term of written(terms, forms, documents.length)) writer.add(term)
  const count = writer.end()
  const bytes = Object.fromEntries(
    streams.map(stream => [stream, sinks[stream].written().slice()]),
  ) as BuiltSegment['bytes']
  return { documents: documents.length, terms: count, bytes }
}

/** A day as days since 1970, or `noDay`. */
export const dayNumber = (day: string | null): number =>
  day === null ? noDay : Math.floor(Date.parse(day) / 86_400_000)

interface Accumulated {
  documents: number[]
  impacts: number[]
  /** For each document how many places, then the places, each as the distance from the one before. */
  places: number[]
}

interface Occurrence {
  frequency: number
  places: number[] | null
}

function addDocument(
  document: IndexedDocument,
  number: number,
  terms: Map<string, Accumulated>,
  forms: Map<string, string>,
): void {
  const own = new Map<string, Occurrence>()
  const add = (term: string, weight: number, place: number): void => {
    const known = own.get(term)
    if (known) {
      known.frequency += weight
      if (place >= 0) known.places!.push(place)
    } else own.set(term, { frequency: weight, places: place >= 0 ? [place] : null })
  }
  const addBeginnings = (form: string, weight: number): void => {
    const letters = Math.min(beginningLetters, form.length)
    for (let i = 1; i <= letters; i++) {
      // Half a character is the beginning of nothing.
      if ((form.charCodeAt(i - 1) & 0xfc00) !== 0xd800) add(beginningTerm(form.slice(0, i)), weight, -1)
    }
  }
  let length = 0
  let place = 0
  const addWord = (token: Token, at: number, weight: number): void => {
    add(token.term, weight, at)
    addBeginnings(token.form, weight)
    forms.set(token.form, token.term)
    length += weight
  }
  for (const field of ['title', 'byline', 'publisher'] as const) {
    const tokens = tokensOf(document[field] ?? '')
    for (const token of tokens) {
      addWord(token, place + token.position, weights[field])
      add(fieldTerm(field, token.term), 1, token.position)
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
  for (const [term, { frequency, places }] of own) {
    let all = terms.get(term)
    if (!all) {
      all = { documents: [], impacts: [], places: [] }
      terms.set(term, all)
    }
    all.documents.push(number)
    all.impacts.push(impactOf(frequency, length))
    if (places) {
      all.places.push(places.length)
      let before = 0
      for (const each of places) {
        all.places.push(each - before)
        before = each
      }
    }
  }
}

const encoder = new TextEncoder()
const nothing = new Uint8Array(0)

function* written(
  terms: Map<string, Accumulated>,
  forms: Map<string, string>,
  documents: number,
): Generator<WrittenTerm> {
  const places = byteSink()
  const names = [...terms.keys(), ...[...forms.keys()].map(formTerm)].sort()
  for (const name of names) {
    const all = terms.get(name)
    if (!all) {
      // A form: its postings are the term that it is a form of.
      const term = forms.get(name.slice(1))!
      yield { term: name, documents: 0, postings: encoder.encode(term), positions: nothing }
      continue
    }
    places.clear()
    for (const each of all.places) places.number(each)
    yield {
      term: name,
      documents: all.documents.length,
      postings: encodePostings(all.documents, all.impacts, documents),
      positions: places.written(),
    }
  }
}
