import type { Words } from './phraseDocuments.ts'
import { readPlaces } from './placeTable.ts'

/** The documents in which each word stands somewhere within `distance` places of the others. */
export function nearDocuments(words: Words, candidates: Uint16Array, distance: number): Uint16Array {
  const tables = words.map(word => readPlaces(word, candidates))
  return candidates.filter((_, i) =>
    isNear(
      tables.map(({ ends, at }) => at.subarray(i === 0 ? 0 : ends[i - 1]!, ends[i]!)),
      distance,
    ),
  )
}

function isNear(words: readonly Uint32Array[], distance: number): boolean {
  if (words.some(({ length }) => length === 0)) return false
  const reached = new Uint32Array(words.length)
  for (;;) {
    let earliest = 0
    let last = 0
    for (let word = 0; word < words.length; word++) {
      const place = words[word]![reached[word]!]!
      if (place < words[earliest]![reached[earliest]!]!) earliest = word
      last = Math.max(last, place)
    }
    if (last - words[earliest]![reached[earliest]!]! <= distance) return true
    if (++reached[earliest]! === words[earliest]!.length) return false
  }
}
