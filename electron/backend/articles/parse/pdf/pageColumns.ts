import type { Segment } from './pageLines.ts'

/** Columns of prose are at least this wide, in sizes of the letters, and have at least so many lines. */
const narrowestColumn = 9
const fewestLines = 3
/** Columns within columns; newspapers have six side by side. */
const deepest = 6

/**
 * The parts of a page in the order they are read: what spans the page in its place, columns one after the other.
 * `segments` come from the top down; each part's do too.
 */
export function pageColumns(segments: readonly Segment[], depth = 0): Segment[][] {
  if (depth >= deepest || segments.length < 2 * fewestLines) return segments.length > 0 ? [[...segments]] : []
  for (const gutter of gutters(segments)) {
    const parts = partsAt(segments, gutter, depth)
    if (parts) return parts
  }
  return [[...segments]]
}

/** Places between columns: the white strips that fewest segments cross, the widest first. */
function gutters(segments: readonly Segment[]): number[] {
  const from = Math.floor(Math.min(...bounded(segments, ({ x0 }) => x0)))
  const to = Math.ceil(Math.max(...bounded(segments, ({ x1 }) => x1)))
  const span = Math.min(Math.max(to - from, 0), 5000)
  const steps = new Int32Array(span + 2)
  for (const { x0, x1 } of segments) {
    steps[clamp(Math.floor(x0) - from, span)]!++
    steps[clamp(Math.ceil(x1) - from, span)]!--
  }
  const most = Math.max(2, Math.floor(segments.length * 0.15))
  const size = median(segments.map(({ size }) => size))
  const found: { at: number; crossing: number; width: number }[] = []
  for (const crossing of [0, 1, Math.ceil(most / 2), most]) {
    let covered = 0
    let start = -1
    for (let i = 0; i <= span; i++) {
      covered += steps[i]!
      const isFree = covered <= crossing && i < span
      if (isFree && start < 0) start = i
      if (!isFree && start >= 0) {
        const width = i - start
        if (start > span * 0.1 && i < span * 0.9 && width >= size * 0.8)
          found.push({ at: from + start + width / 2, crossing, width })
        start = -1
      }
    }
  }
  return found
    .sort((a, b) => a.crossing - b.crossing || b.width - a.width)
    .slice(0, 12)
    .map(({ at }) => at)
}

/** The page cut at a gutter, wherever prose stands on both sides of it; null if it does nowhere. */
function partsAt(segments: readonly Segment[], gutter: number, depth: number): Segment[][] | null {
  const parts: Segment[][] = []
  let together: Segment[] = []
  let band: Segment[] = []
  let cut = false
  const endBand = () => {
    const left = band.filter(({ x1 }) => x1 <= gutter)
    const right = band.filter(({ x0 }) => x0 > gutter)
    if (isColumn(left) && isColumn(right)) {
      if (together.length > 0) parts.push(...pageColumns(together, depth + 1))
      together = []
      parts.push(...pageColumns(left, depth + 1), ...pageColumns(right, depth + 1))
      cut = true
    } else together.push(...band)
    band = []
  }
  for (const segment of segments) {
    if (segment.x0 <= gutter && segment.x1 > gutter) {
      endBand()
      together.push(segment)
    } else if (band.length === 0 && endsSpanning(together.at(-1), segment)) together.push(segment)
    else band.push(segment)
  }
  endBand()
  if (!cut) return null
  if (together.length > 0) parts.push(...pageColumns(together, depth + 1))
  return parts
}

/** Whether a segment is the short last line of a paragraph that spans the columns. */
function endsSpanning(last: Segment | undefined, { x0, y, size, font }: Segment): boolean {
  return (
    last !== undefined &&
    last.font === font &&
    Math.abs(last.size - size) < 0.2 &&
    Math.abs(last.x0 - x0) < size / 2 &&
    y - last.y < size * 1.45
  )
}

function isColumn(segments: readonly Segment[]): boolean {
  if (segments.length < fewestLines || segments.some(({ tag }) => tag?.table != null)) return false
  const widths = segments.map(({ x0, x1, size }) => (x1 - x0) / size).sort((a, b) => a - b)
  return widths[Math.floor(widths.length * 0.7)]! >= narrowestColumn
}

const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), most)

/** At most some thousand values, evenly taken, so that they can be arguments. */
function bounded(segments: readonly Segment[], value: (segment: Segment) => number): number[] {
  const step = Math.ceil(segments.length / 5000)
  return segments.filter((_, i) => i % step === 0).map(value)
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
