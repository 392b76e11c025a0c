import { type PlacedTerm, type PlaceTable, readPlaces } from './placeTable.ts'

/** Some words, each any of its terms. */
export type Words = readonly (readonly PlacedTerm[])[]

/**
 * The documents, of some ascending, in which words stand at successive places. They are asked for in this order, the rarest first, and
 * most documents fail early. Each document holds each joined word and the one after it side by side somewhere: where the first to
 * be asked for stands but once, a word joined to it stands beside it, and need not be looked for.
 */
export function phraseDocuments(
  words: Words,
  candidates: Uint16Array,
  order: readonly number[],
  joined: ReadonlySet<number>,
): Uint16Array {
  const [first, ...others] = order as [number, ...number[]]
  let starts = startsOf(candidates, readPlaces(words[first]!, candidates), first)
  const isBeside = (word: number): boolean =>
    Math.abs(word - first) === 1 && joined.has(Math.min(word, first))
  for (const word of others) {
    if (starts.documents.length === 0) break
    const sure = isBeside(word) ? starts.isOnly : null
    const asked = sure ? starts.documents.filter((_, i) => sure[i] === 0) : starts.documents
    starts = followed(starts, readPlaces(words[word]!, asked), word, sure)
  }
  return starts.documents
}

/** Where a phrase may begin in some documents. */
interface Starts {
  documents: Uint16Array
  places: PlaceTable
  /** Of each document 1 where the word that was asked for first stands but once, and 0 otherwise. */
  isOnly: Uint8Array
}

/** Where a phrase may begin of which a word, so many places on, stands so. */
function startsOf(documents: Uint16Array, { ends, at }: PlaceTable, on: number): Starts {
  const starts = roomFor(documents.length, ends.at(-1) ?? 0)
  let kept = 0
  let total = 0
  for (let i = 0, next = 0; i < documents.length; i++) {
    const [from, end] = [next, ends[i]!]
    const before = total
    for (; next < end; next++) {
      starts.places.at[total] = at[next]! - on
      total += Number(at[next]! >= on)
    }
    starts.documents[kept] = documents[i]!
    starts.places.ends[kept] = total
    starts.isOnly[kept] = Number(end - from === 1)
    kept += Number(total > before)
  }
  return cutTo(starts, kept)
}

/**
 * The starts of which a word stands so many places on; they are written over those there were. `places` are those in the documents that
 * are not sure.
 */
function followed(starts: Starts, places: PlaceTable, on: number, sure: Uint8Array | null): Starts {
  const {
    documents,
    places: { ends, at },
    isOnly,
  } = starts
  let kept = 0
  let total = 0
  for (let i = 0, asked = 0, next = 0, place = 0; i < documents.length; i++) {
    const end = ends[i]!
    const before = total
    if (sure !== null && sure[i] === 1) for (; next < end; next++) at[total++] = at[next]!
    else {
      const last = places.ends[asked++]!
      for (; next < end; next++) {
        const start = at[next]!
        while (place < last && places.at[place]! < start + on) place++
        if (place === last) break
        at[total] = start
        total += Number(places.at[place]! === start + on)
      }
      next = end
      place = last
    }
    documents[kept] = documents[i]!
    ends[kept] = total
    isOnly[kept] = isOnly[i]!
    kept += Number(total > before)
  }
  return cutTo(starts, kept)
}

const roomFor = (documents: number, places: number): Starts => ({
  documents: new Uint16Array(documents),
  places: { ends: new Uint32Array(documents), at: new Uint32Array(places) },
  isOnly: new Uint8Array(documents),
})

const cutTo = ({ documents, places: { ends, at }, isOnly }: Starts, count: number): Starts => ({
  documents: documents.subarray(0, count),
  places: { ends: ends.subarray(0, count), at },
  isOnly: isOnly.subarray(0, count),
})
