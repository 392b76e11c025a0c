import { type Cursor, readNumber, skipNumbers } from './bytes.ts'
import { eachPosting, type Postings } from './postings.ts'

/** Where a term stands in the documents asked for, which must come ascending. */
export interface Places {
  /** The places in a document that holds the term, ascending; the array is used again for the next one. */
  in(document: number): readonly number[]
}

/** Reads the positions of a term as the documents are asked for; those between are passed over. */
export function placesOf(postings: Postings, data: Uint8Array): Places {
  const holding = holders(postings)
  const cursor: Cursor = { data, at: 0 }
  const places: number[] = []
  let at = 0
  return {
    in(document) {
      while (at < holding.length && holding[at]! < document) {
        skipNumbers(cursor, readNumber(cursor))
        at++
      }
      places.length = 0
      if (holding[at] !== document) return places
      at++
      let place = 0
      for (let left = readNumber(cursor); left > 0; left--) {
        place += readNumber(cursor)
        places.push(place)
      }
      return places
    },
  }
}

function holders(postings: Postings): Uint16Array {
  if (postings.kind === 'list') return postings.documents
  const documents = new Uint16Array(postings.count)
  let count = 0
  eachPosting(postings, document => {
    documents[count++] = document
  })
  return documents
}

/** The places where any of several terms stands, ascending, each once. */
export function mergedPlaces(lists: readonly (readonly number[])[]): number[] {
  if (lists.length === 1) return [...lists[0]!]
  return [...new Set(lists.flat())].sort((a, b) => a - b)
}

/** Whether the slots of a phrase stand at successive places. */
export function isPhrase(slots: readonly (readonly number[])[]): boolean {
  const [first = [], ...rest] = slots
  const sets = rest.map(places => (places.length > 8 ? new Set(places) : places))
  return first.some(place =>
    sets.every((places, i) =>
      Array.isArray(places) ? places.includes(place + i + 1) : (places as Set<number>).has(place + i + 1),
    ),
  )
}

/** Whether each word stands somewhere within `distance` places of the others. */
export function isNear(words: readonly (readonly number[])[], distance: number): boolean {
  const all = words
    .flatMap((places, word) => places.map(place => ({ place, word })))
    .sort((a, b) => a.place - b.place)
  const counts = new Array<number>(words.length).fill(0)
  let missing = words.length
  let from = 0
  for (const { place, word } of all) {
    if (counts[word]!++ === 0) missing--
    while (place - all[from]!.place > distance) if (--counts[all[from++]!.word]! === 0) missing++
    if (missing === 0) return true
  }
  return false
}
