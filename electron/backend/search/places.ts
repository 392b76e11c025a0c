import { firstNotBefore, type Postings } from './postings.ts'

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

/** Reads the positions of a term as the documents are asked for. What lies between is passed over, whole blocks unread. */
export function placesOf(postings: Postings, blocks: PositionBlocks): Places {
  const list: PlaceList = { at: new Uint32Array(64), count: 0 }
  /** Of the document that is looked at: its number, or its place in the list, and the how manieth it is that holds the term. */
  let next = 0
  let holder = 0
  /** The block that is being read, and the holder at which it is read. */
  let block = -1
  let numbers = numbersIn(nothing)
  let at = 0
  /** Gives whether the term stands in this document. */
  const reach = (document: number): boolean => {
    if (postings.kind === 'list') {
      const { documents } = postings
      next = firstNotBefore(documents, document, next)
      holder = next
      return documents[next] === document
    }
    const { impacts } = postings
    for (; next < document; next++) if (impacts[next]! > 0) holder++
    return impacts[document]! > 0
  }
  return {
    in(document) {
      list.count = 0
      if (!reach(document)) return list
      const wanted = holder >>> blocks.shift
      if (wanted !== block) {
        block = wanted
        numbers = numbersIn(blocks.read(block))
        at = block << blocks.shift
      }
      for (; at < holder; at++) numbers.skip(numbers.read())
      at++
      const count = numbers.read()
      if (count > list.at.length) list.at = new Uint32Array(count * 2)
      let place = 0
      for (let i = 0; i < count; i++) {
        place += numbers.read()
        list.at[i] = place
      }
      list.count = count
      return list
    },
  }
}

/** The positions of a term in blocks that can be read by themselves, each of `1 << shift` of the documents that hold it. */
export interface PositionBlocks {
  shift: number
  read(block: number): Uint8Array
}

/** With so many documents, a block of a common word is about two kilobytes. */
export const blockShift = 6

/** Where the blocks begin in the positions of a term that stands in so many documents, and where the last ends. */
export function blockStarts(data: Uint8Array, documents: number): Uint32Array {
  const starts = new Uint32Array(((documents - 1) >>> blockShift) + 2)
  const numbers = numbersIn(data)
  for (let holder = 0; holder < documents; holder++) {
    if (holder % (1 << blockShift) === 0) starts[holder >>> blockShift] = numbers.at()
    numbers.skip(numbers.read())
  }
  starts[starts.length - 1] = numbers.at()
  return starts
}

const nothing = new Uint8Array(0)

/** Reads numbers, or passes over them four bytes at a time, for a phrase of common words passes over millions. */
function numbersIn(data: Uint8Array): { at(): number; skip(count: number): void; read(): number } {
  let at = 0
  const before = data.byteOffset & 3
  const words = new Int32Array(data.buffer, data.byteOffset - before, (before + data.length) >> 2)
  const lastWord = words.length * 4 - before
  return {
    at: () => at,
    skip(count) {
      let left = count
      let here = at
      while (left > 0 && ((here + before) & 3) !== 0) if (data[here++]! < 0x80) left--
      while (left >= 4 && here < lastWord) {
        // Each byte without the high bit ends a number.
        const high = words[(here + before) >> 2]! & 0x8080_8080
        left -= 4
        if (high !== 0) left += Math.imul((high >>> 7) & 0x0101_0101, 0x0101_0101) >>> 24
        here += 4
      }
      for (; left > 0; here++) if (data[here]! < 0x80) left--
      at = here
    },
    read() {
      let byte = data[at++]!
      if (byte < 0x80) return byte
      let value = byte & 0x7f
      for (let shift = 7; byte >= 0x80 && shift < 35; shift += 7) {
        byte = data[at++]!
        value |= (byte & 0x7f) << shift
      }
      return value >>> 0
    },
  }
}

/** The places where any of several terms stands. */
export function mergedPlaces(lists: readonly PlaceList[]): PlaceList {
  if (lists.length === 1) return lists[0]!
  const all = lists.flatMap(({ at, count }) => [...at.subarray(0, count)])
  const at = Uint32Array.from(new Set(all)).sort()
  return { at, count: at.length }
}

/** Says of one document after another whether all of the words stand in it as they should, by the places of each. */
export type Standing = (places: readonly (() => PlaceList)[]) => boolean

/** Whether slots stand at successive places. They are asked for in this order, the rarest first, and most documents fail early. */
export function phraseStanding(order: readonly number[]): Standing {
  let starts = new Uint32Array(64)
  return slots => {
    let count = -1
    for (const slot of order) {
      const list = slots[slot]!()
      let kept = 0
      if (count < 0) {
        if (list.count > starts.length) starts = new Uint32Array(list.count * 2)
        for (let i = 0; i < list.count; i++) if (list.at[i]! >= slot) starts[kept++] = list.at[i]! - slot
      } else {
        for (let i = 0, next = 0; i < count; i++) {
          const wanted = starts[i]! + slot
          while (next < list.count && list.at[next]! < wanted) next++
          if (next === list.count) break
          if (list.at[next] === wanted) starts[kept++] = starts[i]!
        }
      }
      count = kept
      if (count === 0) return false
    }
    return count > 0
  }
}

/** Whether each word stands somewhere within `distance` places of the others. */
export const nearStanding =
  (distance: number): Standing =>
  words =>
    isNear(
      words.map(word => word()),
      distance,
    )

function isNear(words: readonly PlaceList[], distance: number): boolean {
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
