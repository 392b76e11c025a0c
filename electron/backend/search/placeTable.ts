import { readNumber } from './bytes.ts'
import type { PositionBlocks } from './positionBlocks.ts'
import { firstNotBefore, type Postings } from './postings.ts'

/**
 * Where a word stands in each of some documents: in the i-th at the places of `at` from `ends[i - 1]` (from 0 in the first)
 * to `ends[i]`, ascending.
 */
export interface PlaceTable {
  ends: Uint32Array
  at: Uint32Array
}

/** A term as it stands in a segment. */
export interface PlacedTerm {
  postings: Postings
  blocks: PositionBlocks
  /** At so many places it stands in a document that holds it, more or less. */
  placesEach: number
}

/** Where any of some terms stands in documents, ascending. What lies between them is passed over, whole blocks unread. */
export function readPlaces(terms: readonly PlacedTerm[], documents: Uint16Array): PlaceTable {
  const [first, ...others] = terms.map(term => readTerm(term, documents))
  return others.reduce(uniteTables, first ?? { ends: new Uint32Array(documents.length), at: nowhere })
}

const nowhere = new Uint32Array(0)

/** A phrase of common words reads millions of numbers, most of one byte: those are read here, and only the longer ones by a function. */
function readTerm({ postings, blocks, placesEach }: PlacedTerm, documents: Uint16Array): PlaceTable {
  const holders = holdersAmong(postings, documents)
  const ends = new Uint32Array(documents.length)
  let at = new Uint32Array(Math.ceil(documents.length * placesEach) + 64)
  let total = 0
  let open = -1
  let bytes: Uint8Array = noBytes
  let here = 0
  let next = 0
  for (let i = 0; i < documents.length; i++) {
    const holder = holders[i]!
    if (holder < 0) {
      ends[i] = total
      continue
    }
    const block = holder >>> blocks.shift
    if (block !== open) {
      open = block
      bytes = blocks.read(block)
      here = 0
      next = block << blocks.shift
    }
    let end = here
    for (; next <= holder; next++) {
      here = end
      let length = bytes[here++]!
      if (length >= 0x80) {
        const long = { data: bytes, at: here - 1 }
        length = readNumber(long)
        here = long.at
      }
      end = here + length
    }
    if (total + end - here > at.length) at = longer(at, total + end - here)
    for (let place = 0; here < end; total++) {
      let value = bytes[here++]!
      if (value >= 0x80) {
        const long = { data: bytes, at: here - 1 }
        value = readNumber(long)
        here = long.at
      }
      place += value
      at[total] = place
    }
    ends[i] = total
  }
  return { ends, at }
}

const noBytes = new Uint8Array(0)

/** Of each document the how manieth it is that holds the term, from 0; -1 when it does not. */
function holdersAmong(postings: Postings, documents: Uint16Array): Int32Array {
  const holders = new Int32Array(documents.length)
  if (postings.kind === 'list') {
    const among = postings.documents
    for (let i = 0, at = 0; i < documents.length; i++) {
      at = firstNotBefore(among, documents[i]!, at)
      holders[i] = among[at] === documents[i] ? at : -1
    }
    return holders
  }
  const { impacts } = postings
  for (let i = 0, next = 0, holder = 0; i < documents.length; i++) {
    const document = documents[i]!
    for (; next < document; next++) holder += (impacts[next]! + 255) >> 8
    holders[i] = impacts[document]! > 0 ? holder : -1
  }
  return holders
}

function uniteTables(one: PlaceTable, other: PlaceTable): PlaceTable {
  const ends = new Uint32Array(one.ends.length)
  const at = new Uint32Array((one.ends.at(-1) ?? 0) + (other.ends.at(-1) ?? 0))
  let total = 0
  for (let document = 0, i = 0, j = 0; document < ends.length; document++) {
    const [end, otherEnd] = [one.ends[document]!, other.ends[document]!]
    while (i < end || j < otherEnd) {
      const a = i < end ? one.at[i]! : Infinity
      const b = j < otherEnd ? other.at[j]! : Infinity
      at[total++] = Math.min(a, b)
      if (a <= b) i++
      if (b <= a) j++
    }
    ends[document] = total
  }
  return { ends, at }
}

function longer(places: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(places.length * 2, least))
  larger.set(places)
  return larger
}
