import { overlaps, type TextRange } from './textRange.ts'

export interface Segment<T> extends TextRange {
  /** Everything laid over this stretch, in the order given. */
  over: T[]
}

/** Cuts a stretch of text where anything laid over it begins or ends. The segments join without a gap. */
export function segments<T extends TextRange>(within: TextRange, overlays: readonly T[]): Segment<T>[] {
  const here = overlays.filter(overlay => overlaps(overlay, within))
  const cuts = new Set([within.start, within.end])
  for (const { start, end } of here) {
    cuts.add(Math.max(start, within.start))
    cuts.add(Math.min(end, within.end))
  }
  const sorted = [...cuts].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((start, i) => {
    const segment = { start, end: sorted[i + 1]! }
    return { ...segment, over: here.filter(overlay => overlaps(overlay, segment)) }
  })
}
