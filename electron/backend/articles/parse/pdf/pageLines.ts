import type { Fragment, PdfPage } from './openPdf.ts'
import type { PageTags } from './pageTags.ts'

/** Words that stand beside each other on one base line without a gap. Points, y downwards. */
export interface Segment {
  text: string
  x0: number
  x1: number
  y: number
  /** The size and the font that most of its letters have. */
  size: number
  font: string
  tag: PageTags | null
  page: number
  furniture?: string
}

/** Gaps wider than this, in sizes of the letters, part columns and cells. Justified lines stretch spaces less. */
const widestSpace = 1.4

/** The segments of a page, from its top down, and from left to right where they stand beside each other. */
export function pageSegments(page: PdfPage, number: number): Segment[] {
  const segments: Segment[] = []
  let open: OpenSegment | null = null
  for (const fragment of page.fragments) {
    if (!fragment.text.trim()) {
      if (open) open.spaced = true
      continue
    }
    if (open && continues(open, fragment)) append(open, fragment)
    else {
      if (open) segments.push(closed(open, number))
      open = start(fragment)
    }
  }
  if (open) segments.push(closed(open, number))
  return inOrder(segments)
}

interface OpenSegment {
  /** Its words so far, and how they end: looking at the whole each time would take too long for a very long line. */
  pieces: string[]
  tail: string
  x0: number
  x1: number
  y: number
  size: number
  tag: PageTags | null
  spaced: boolean
  /** How many letters there are of each size and font. */
  weights: Map<string, { letters: number; size: number; font: string }>
}

function start(fragment: Fragment): OpenSegment {
  const { x, y, size, tag } = fragment
  const open: OpenSegment = {
    pieces: [],
    tail: '',
    x0: x,
    x1: x,
    y,
    size,
    tag,
    spaced: false,
    weights: new Map(),
  }
  append(open, fragment)
  return open
}

function continues(open: OpenSegment, { x, y, size, tag }: Fragment): boolean {
  const larger = Math.max(open.size, size)
  const raised = Math.min(open.size, size) < larger * 0.85
  const gap = x - open.x1
  if (open.tag?.table != null && tag?.block !== open.tag.block) return false
  return (
    Math.abs(y - open.y) <= larger * (raised ? 0.6 : 0.25) &&
    gap > -larger * 0.7 &&
    gap < larger * widestSpace
  )
}

function append(open: OpenSegment, { text, x, y, width, size, font }: Fragment): void {
  const words = noteNumber(open, text, y, size) ?? text
  const gap = x - open.x1
  const parted = open.spaced || gap > Math.min(open.size, size) * 0.2
  if (open.tail && parted && !/\s$/.test(open.tail) && words === text) open.pieces.push(' ')
  open.pieces.push(words)
  open.tail = (open.tail + words).slice(-8)
  open.x1 = Math.max(open.x1, x + width)
  open.spaced = false
  if (size > open.size) Object.assign(open, { size, y })
  const key = `${size.toFixed(1)} ${font}`
  const weight = open.weights.get(key) ?? { letters: 0, size, font }
  weight.letters += text.trim().length
  open.weights.set(key, weight)
}

/** The number of a note, raised behind a word or a stop, as "[1]". */
function noteNumber(open: OpenSegment, text: string, y: number, size: number): string | null {
  const isRaised = size < open.size * 0.8 && open.y - y > open.size * 0.2
  return isRaised && /^\d{1,3}$/.test(text.trim()) && /(?:[.,;:!?”’")]|\p{L}{3})$/u.test(open.tail)
    ? `[${text.trim()}]`
    : null
}

function closed({ pieces, x0, x1, y, tag, weights }: OpenSegment, page: number): Segment {
  const [main] = [...weights.values()].sort((a, b) => b.letters - a.letters)
  return {
    text: pieces.join('').replace(/\s+/g, ' ').trim(),
    x0,
    x1,
    y,
    size: main!.size,
    font: main!.font,
    tag,
    page,
  }
}

/** From the top down; pieces of one line that the file holds apart are put together. */
function inOrder(segments: Segment[]): Segment[] {
  const ordered: Segment[] = []
  for (const row of rowsOf(segments)) {
    let last: Segment | null = null
    for (const segment of row) {
      const gap: number = last ? segment.x0 - last.x1 : Number.NaN
      if (last && gap > -last.size * 0.2 && gap < last.size * 0.6 && last.tag?.block === segment.tag?.block) {
        last.text += (gap > last.size * 0.1 ? ' ' : '') + segment.text
        last.x1 = segment.x1
      } else {
        ordered.push(segment)
        last = segment
      }
    }
  }
  return ordered
}

/** Segments that share a base line, from left to right; the lines from the top down. */
export function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = []
  for (const segment of [...segments].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    if (row && segment.y - row[0]!.y <= Math.max(row[0]!.size, segment.size) * 0.3) row.push(segment)
    else rows.push([segment])
  }
  for (const row of rows) row.sort((a, b) => a.x0 - b.x0)
  return rows
}
