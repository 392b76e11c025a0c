import { skipNumbers } from './bytes.ts'
import { eachPosting, type Postings } from './postings.ts'

/** The first `count` of `at` are places, ascending. */
export interface PlaceList {
  at: Uint32Array
  count: number
}

/** Where a term stands in the documents asked for, which must come ascending. */
export interface Places {
  /** The places in a document; the list is used again for the next one. */
  in(document: number): PlaceList
}

/** Reads the positions of a term as the documents are asked for; those between are passed over. */
export function placesOf(postings: Postings, data: Uint8Array): Places {
  const holding = holders(postings)
  const cursor = { data, at: 0 }
  const list: PlaceList = { at: new Uint32Array(64), count: 0 }
  let next = 0
  /** Reads one number. It is written out here, for a phrase of common words reads millions. */
  const read = (): number => {
    let byte = data[cursor.at++]!
    if (byte < 0x80) return byte
    let value = byte & 0x7f
    for (let shift = 7; byte >= 0x80 && shift < 35; shift += 7) {
      byte = data[cursor.at++]!
      value |= (byte & 0x7f) << shift
    }
    return value >>> 0
  }
  return {
    in(document) {
      while (next < holding.length && holding[next]! < document) {
        skipNumbers(cursor, read())
        next++
      }
      list.count = 0
      if (holding[next] !== document) return list
      next++
      const count = read()
      if (count > list.at.length) list.at = new Uint32Array(count * 2)
      const { at } = list
      let place = 0
      for (let i = 0; i < count; i++) {
        place += read()
        at[i] = place
      }
      list.count = count
      return list
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

/** The places where any of several terms stands. */
export function mergedPlaces(lists: readonly PlaceList[]): PlaceList {
  if (lists.length === 1) return lists[0]!
  const all = lists.flatMap(({ at, count }) => [...at.subarray(0, count)])
  const at = Uint32Array.from(new Set(all)).sort()
  return { at, count: at.length }
}

/** Whether the slots of a phrase stand at successive places. */
export function isPhrase(slots: readonly PlaceList[]): boolean {
  const [first, ...rest] = slots
  const reached = new Uint32Array(rest.length)
  for (let i = 0; i < first!.count; i++) {
    const place = first!.at[i]!
    let isHere = true
    for (let slot = 0; slot < rest.length && isHere; slot++) {
      const { at, count } = rest[slot]!
      const wanted = place + slot + 1
      let next = reached[slot]!
      while (next < count && at[next]! < wanted) next++
      reached[slot] = next
      if (next === count) return false
      isHere = at[next] === wanted
    }
    if (isHere) return true
  }
  return false
}

/** Whether each word stands somewhere within `distance` places of the others. */
export function isNear(words: readonly PlaceList[], distance: number): boolean {
  if (words.some(({ count }) => count === 0)) return false
  const reached = new Uint32Array(words.length)
  for (;;) {
    let earliest = 0
    let last = 0
    for (let word = 0; word < words.length; word++) {
      const place = words[word]!.at[reached[word]!]!
      if (place < words[earliest]!.at[reached[earliest]!]!) earliest = word
      last = Math.max(last, place)
    }
    if (last - words[earliest]!.at[reached[earliest]!]! <= distance) return true
    if (++reached[earliest]! === words[earliest]!.count) return false
  }
}
