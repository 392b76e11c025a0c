import { type Cursor, readNumber } from './bytes.ts'

/**
 * The terms of a block of a dictionary that are at most so many letters unlike a word (as `editDistance` counts), without their first
 * `marks` bytes, as strings. Terms are in order, so what was worked out of a beginning holds for all that share it, and most
 * terms are ruled out by their first letters. The bytes of letters beyond ASCII are counted each.
 */
export function likeTerms(
  { data, at: from }: Cursor,
  left: number,
  { word, marks, most }: { word: Uint8Array; marks: number; most: number },
): string[] {
  const found: string[] = []
  const cursor = { data, at: from }
  const width = word.length + 1
  const deepest = word.length + most
  const letters = new Uint8Array(deepest + 2)
  /** Row by row, one for each letter of the term: how unlike its beginning is to each beginning of the word. */
  const rows = new Uint8Array((deepest + 2) * width)
  for (let j = 0; j < width; j++) rows[j] = j
  /** So many rows are worked out; and a beginning of so many letters is too unlike already. */
  let known = 0
  let tooUnlike = deepest + 1
  for (let i = 0; i < left; i++) {
    const shared = readNumber(cursor) - marks
    const own = readNumber(cursor)
    const length = shared + own
    const start = cursor.at
    cursor.at += own
    // The first entry of a block says where it is; each says how many documents there are, and two lengths.
    for (let n = i === 0 ? 5 : 3; n > 0; n--) readNumber(cursor)
    if (shared >= tooUnlike) continue
    tooUnlike = deepest + 1
    known = Math.max(0, Math.min(known, shared))
    const end = Math.min(length, deepest + 1)
    for (let at = Math.max(0, shared); at < end; at++) letters[at] = data[start + at - shared]!
    while (known < end && tooUnlike > deepest) {
      known++
      if (!nextRow(rows, letters, word, known, most)) tooUnlike = known
    }
    if (length > deepest || tooUnlike <= deepest || rows[length * width + word.length]! > most) continue
    found.push(decoder.decode(letters.subarray(0, length)))
  }
  return found
}

const decoder = new TextDecoder()

/** Works out one more row. Gives whether anything that goes on from here may be like the word. */
function nextRow(
  rows: Uint8Array,
  letters: Uint8Array,
  word: Uint8Array,
  row: number,
  most: number,
): boolean {
  const width = word.length + 1
  const here = row * width
  const before = here - width
  const letter = letters[row - 1]!
  let least = row
  rows[here] = row
  for (let j = 1; j < width; j++) {
    let cost = rows[before + j - 1]! + (letter === word[j - 1] ? 0 : 1)
    cost = Math.min(cost, rows[before + j]! + 1, rows[here + j - 1]! + 1)
    if (row > 1 && j > 1 && letter === word[j - 2] && letters[row - 2] === word[j - 1])
      cost = Math.min(cost, rows[before - width + j - 2]! + 1)
    rows[here + j] = cost
    least = Math.min(least, cost)
  }
  if (least <= most) return true
  // An exchange of neighbours reaches back two rows.
  for (let j = 0; j < width; j++) if (rows[before + j]! <= most) return true
  return false
}
