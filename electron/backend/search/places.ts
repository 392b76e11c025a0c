import { type NumberReader, nextNumber, numberReader, openNumbers, passNumbers } from './numberReader.ts'
import { firstNotBefore, type Postings } from './postings.ts'

/** The first `count` of `at` are places, ascending. */
export interface PlaceList {
  at: Uint32Array
  count: number
}

/** Where a term stands in the documents asked for, which must come ascending. What lies between is passed over, whole blocks unread. */
export interface Places {
  readonly postings: Postings
  readonly blocks: PositionBlocks
  /** The places in the document asked for last. */
  readonly list: PlaceList
  /** Of that document: its number, or its place in the list, and the how manieth it is that holds the term. */
  next: number
  holder: number
  /** The block that is being read, and the holder at which it is read. */
  block: number
  at: number
  readonly numbers: NumberReader
}

export const placesOf = (postings: Postings, blocks: PositionBlocks): Places => ({
  postings,
  blocks,
  list: { at: new Uint32Array(64), count: 0 },
  next: 0,
  holder: 0,
  block: -1,
  at: 0,
  numbers: numberReader(),
})

/** The places in a document; the list is used again for the next one. */
function placesIn(term: Places, document: number): PlaceList {
  const { list, numbers } = term
  list.count = 0
  if (!reach(term, document)) return list
  const count = begin(term)
  if (count > list.at.length) list.at = new Uint32Array(count * 2)
  let place = 0
  for (let i = 0; i < count; i++) {
    place += nextNumber(numbers)
    list.at[i] = place
  }
  list.count = count
  return list
}

/**
 * Of so many starts of a phrase, ascending, keeps those of which the term stands so many places on. Gives how many those are; they are
 * the first of `starts` then.
 */
function keep(term: Places, document: number, starts: Uint32Array, count: number, on: number): number {
  if (!reach(term, document)) return 0
  const { numbers } = term
  let left = begin(term)
  let kept = 0
  for (let i = 0, place = 0; left > 0 && i < count; left--) {
    place += nextNumber(numbers)
    while (i < count && starts[i]! + on < place) i++
    if (i < count && starts[i]! + on === place) starts[kept++] = starts[i++]!
  }
  passNumbers(numbers, left)
  return kept
}

/** Goes on to a document. Gives whether the term stands in it. */
function reach(term: Places, document: number): boolean {
  const { postings } = term
  if (postings.kind === 'list') {
    const { documents } = postings
    term.next = firstNotBefore(documents, document, term.next)
    term.holder = term.next
    return documents[term.next] === document
  }
  const { impacts } = postings
  let { next, holder } = term
  for (; next < document; next++) if (impacts[next]! > 0) holder++
  term.next = next
  term.holder = holder
  return impacts[document]! > 0
}

/** Goes to the places in the document that was reached. Gives how many there are. */
function begin(term: Places): number {
  const { blocks, numbers } = term
  const block = term.holder >>> blocks.shift
  if (block !== term.block) {
    term.block = block
    openNumbers(numbers, blocks.read(block))
    term.at = block << blocks.shift
  }
  for (; term.at < term.holder; term.at++) passNumbers(numbers, nextNumber(numbers))
  term.at++
  return nextNumber(numbers)
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
  const numbers = numberReader()
  openNumbers(numbers, data)
  for (let holder = 0; holder < documents; holder++) {
    if (holder % (1 << blockShift) === 0) starts[holder >>> blockShift] = numbers.here - numbers.from
    passNumbers(numbers, nextNumber(numbers))
  }
  starts[starts.length - 1] = numbers.here - numbers.from
  return starts
}

/** The places in a document where any of several terms stands. */
function placesOfAny(terms: readonly Places[], document: number): PlaceList {
  if (terms.length === 1) return placesIn(terms[0]!, document)
  const lists = terms.map(term => placesIn(term, document))
  const all = lists.flatMap(({ at, count }) => [...at.subarray(0, count)])
  const at = Uint32Array.from(new Set(all)).sort()
  return { at, count: at.length }
}

/** Says of one document after another, ascending, whether all of the words stand in it as they should; a word is any of its terms. */
export type Standing = (words: readonly (readonly Places[])[], document: number) => boolean

/** Whether slots stand at successive places. They are asked for in this order, the rarest first, and most documents fail early. */
export function phraseStanding(order: readonly number[]): Standing {
  let starts = new Uint32Array(64)
  const keepIn = ({ at, count: places }: PlaceList, count: number, slot: number): number => {
    let kept = 0
    for (let i = 0, next = 0; i < count; i++) {
      while (next < places && at[next]! < starts[i]! + slot) next++
      if (next === places) break
      if (at[next] === starts[i]! + slot) starts[kept++] = starts[i]!
    }
    return kept
  }
  const startsIn = ({ at, count: places }: PlaceList, slot: number): number => {
    if (places > starts.length) starts = new Uint32Array(places * 2)
    let count = 0
    for (let i = 0; i < places; i++) if (at[i]! >= slot) starts[count++] = at[i]! - slot
    return count
  }
  return (slots, document) => {
    let count = -1
    for (const slot of order) {
      const terms = slots[slot]!
      if (count < 0) count = startsIn(placesOfAny(terms, document), slot)
      else if (terms.length === 1) count = keep(terms[0]!, document, starts, count, slot)
      else count = keepIn(placesOfAny(terms, document), count, slot)
      if (count === 0) return false
    }
    return count > 0
  }
}

/** Whether each word stands somewhere within `distance` places of the others. */
export const nearStanding =
  (distance: number): Standing =>
  (words, document) =>
    isNear(
      words.map(word => placesOfAny(word, document)),
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
