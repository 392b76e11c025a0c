import type { Strip } from './strip.ts'
import { foot, leadGap, noteRule, page as paper, ruleInk } from './style.ts'

/** A strip on its page. `top` is in points from the top of the body. */
export interface PlacedStrip {
  strip: Strip
  top: number
  /** A repetition of a table's header, which is no content. */
  repeated: boolean
}

export interface Page {
  strips: PlacedStrip[]
  /** What its foot says of the strips on it, each once. */
  notices: string[]
}

/** A page being filled: the body from the top down, footnotes on the ground, room for notices under them. */
export interface OpenPage {
  /** Whether the next page could have room that this one has not: something stands here. */
  readonly turnable: boolean
  /** Whether nothing of the body stands here yet. */
  readonly bare: boolean
  /** Whether these strips, which follow each other, find room here together, with their notes. */
  holds(chain: Strip[]): boolean
  place(strip: Strip): void
  /** Places a strip that belongs to the head of the page. */
  placeLead(strip: Strip): void
  /** Ends the page. `carried` are the lines of notes that found no room here. */
  close(): { page: Page; carried: Strip[] }
}

/** Opens a page of `height` points at `top`. The lines of notes that the page before had no room for come first. */
export function openPage(height: number, continued: Strip[] = [], top = 0): OpenPage {
  const strips: PlacedStrip[] = []
  const notes: Strip[] = []
  const notices = new Set<string>()
  let y = top
  let noteHeight = 0
  let bare = true
  let carried: Strip[] = []
  addNotes(continued)
  if (notes.length === 0 && continued.length > 0) addNotes(continued, 1)

  return {
    get turnable() {
      return strips.length > 0 || notes.length > 0
    },
    get bare() {
      return bare
    },
    holds: chain => carried.length === 0 && needed(chain) <= height,
    place(strip) {
      const header = headerAbove(strip)
      for (const one of header) put(one, true)
      put(strip, false, header.length > 0 ? strip.underHeader : undefined)
      if (strip.notice !== undefined) notices.add(strip.notice)
      if (strip.notes) addNotes(strip.notes.flat())
    },
    placeLead(strip) {
      strips.push({ strip, top: y, repeated: false })
      y += strip.height
    },
    close: () => ({ page: { strips: [...strips, ...placedNotes()], notices: [...notices] }, carried }),
  }

  function put(strip: Strip, repeated: boolean, before = strip.before): void {
    const place = bodyTop() + (bare ? 0 : before)
    bare = false
    strips.push({ strip, top: place, repeated })
    y = place + strip.height
  }

  /** Where the body goes on: below what belongs to the head, if anything does. */
  function bodyTop(): number {
    return bare && strips.length > 0 ? Math.max(0, y + leadGap) : y
  }

  function headerAbove(strip: Strip): Strip[] {
    if (!bare || !strip.header) return []
    const whole =
      heightOf(strip.header) +
      (strip.underHeader ?? strip.before) +
      strip.height +
      heightOf(leastOf(strip.notes))
    return whole <= height - noteRule.above - noteRule.below - foot.notice ? strip.header : []
  }

  /** From the top of the page to where it would have to end. */
  function needed(chain: Strip[]): number {
    const [first, ...others] = chain as [Strip, ...Strip[]]
    const header = headerAbove(first)
    const above = header.length > 0 ? (first.underHeader ?? first.before) : bare ? 0 : first.before
    let body = bodyTop() + heightOf(header) + above + first.height
    for (const { before, height } of others) body += before + height
    if (notes.length === 0 && notices.size === 0 && chain.every(isPlain)) return body
    const added = chain.flatMap(({ notes }, i) =>
      i < chain.length - 1 ? (notes ?? []).flat() : leastOf(notes),
    )
    const ground = noteHeight + stacked(added) + (added.length > 0 ? ruleAbove() : 0)
    const named = new Set(notices)
    for (const { notice } of chain) if (notice !== undefined) named.add(notice)
    return body + ground + named.size * foot.notice
  }

  function ruleAbove(): number {
    return notes.length === 0 ? noteRule.above + noteRule.below : 0
  }

  /** Takes as many lines as there is room for, parting none that belong together if that is possible. */
  function addNotes(queue: Strip[], atLeast = 0): void {
    const room = height - y - notices.size * foot.notice - noteHeight - ruleAbove()
    let taken = 0
    let whole = 0
    let used = 0
    for (const { before, height, keepWithNext } of queue) {
      used += before + height
      if (used > room && taken >= atLeast) break
      taken++
      if (!keepWithNext) whole = taken
    }
    const lines = queue.slice(0, whole || taken)
    if (lines.length > 0) noteHeight += ruleAbove() + stacked(lines)
    notes.push(...lines)
    carried = queue.slice(lines.length)
  }

  function placedNotes(): PlacedStrip[] {
    if (notes.length === 0) return []
    let at = height - notices.size * foot.notice - noteHeight
    const placed = [{ strip: shortRule(), top: at, repeated: false }]
    at += noteRule.above + noteRule.below
    for (const strip of notes) {
      placed.push({ strip, top: at + strip.before, repeated: false })
      at += strip.before + strip.height
    }
    return placed
  }
}

const isPlain = ({ notes, notice }: Strip): boolean => notes === undefined && notice === undefined

/** What must stand on the page with the labels: every note but the last, and the start of that one. */
function leastOf(notes: Strip[][] = []): Strip[] {
  const last = notes.at(-1) ?? []
  const end = last.findIndex(({ keepWithNext }) => !keepWithNext)
  return [...notes.slice(0, -1).flat(), ...last.slice(0, end + 1)]
}

const stacked = (strips: Strip[]): number =>
  strips.reduce((sum, { before, height }) => sum + before + height, 0)

/** Without the white space above the first. */
const heightOf = (strips: Strip[]): number => stacked(strips) - (strips[0]?.before ?? 0)

const shortRule = (): Strip => ({
  height: noteRule.above + noteRule.below,
  before: 0,
  keepWithNext: true,
  lines: [],
  rules: [
    { x: paper.left, y: noteRule.above, width: noteRule.width, height: noteRule.height, colour: ruleInk },
  ],
})
