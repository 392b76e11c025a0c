/** What differs between two texts that share a beginning and an end. Counts are UTF-16 code units. */
export interface Delta {
  keptStart: number
  keptEnd: number
  middle: string
}

/** The one replacement that makes `next` of `previous`. A keystroke costs a few bytes instead of a whole draft. */
export function deltaBetween(previous: string, next: string): Delta {
  const limit = Math.min(previous.length, next.length)
  let keptStart = 0
  while (keptStart < limit && previous.charCodeAt(keptStart) === next.charCodeAt(keptStart)) keptStart++
  let keptEnd = 0
  while (
    keptEnd < limit - keptStart &&
    previous.charCodeAt(previous.length - 1 - keptEnd) === next.charCodeAt(next.length - 1 - keptEnd)
  ) {
    keptEnd++
  }
  // SQLite stores UTF-8: half of a surrogate pair would not survive.
  if (keptStart > 0 && isHighSurrogate(next.charCodeAt(keptStart - 1))) keptStart--
  if (keptEnd > 0 && isLowSurrogate(next.charCodeAt(next.length - keptEnd))) keptEnd--
  return { keptStart, keptEnd, middle: next.slice(keptStart, next.length - keptEnd) }
}

export function applyDelta(previous: string, { keptStart, keptEnd, middle }: Delta): string {
  return previous.slice(0, keptStart) + middle + previous.slice(previous.length - keptEnd)
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000
