import type { Strip } from './strip.ts'

/** A strip on its page. `top` is in points from the top of the body. */
export interface PlacedStrip {
  strip: Strip
  top: number
  /** A repetition of a table's header, which is no content. */
  repeated: boolean
}

/**
 * Fills pages of `height` points from top to bottom. Strips that must stay together go to the next page together,
 * unless they would not fit on one. A table that runs on gets its header again.
 */
export function paginate(strips: Strip[], height: number): PlacedStrip[][] {
  const pages: PlacedStrip[][] = [[]]
  let y = 0
  for (let i = 0; i < strips.length; ) {
    const end = chainEnd(strips, i)
    const opensPage = y === 0
    if (!opensPage && (strips[i]!.startsPage || (!fits(i, end) && chainHeight(i, end) <= height)))
      nextPage(strips[i]!)
    for (; i <= end; i++) {
      const strip = strips[i]!
      if (y > 0 && y + strip.before + strip.height > height) nextPage(strip)
      place(strip, false)
    }
  }
  return pages

  function fits(from: number, to: number): boolean {
    return y + strips[from]!.before + chainHeight(from, to) <= height
  }

  function chainHeight(from: number, to: number): number {
    let sum = strips[from]!.height
    for (let k = from + 1; k <= to; k++) sum += strips[k]!.before + strips[k]!.height
    return sum
  }

  function nextPage(next: Strip): void {
    pages.push([])
    y = 0
    for (const strip of next.header ?? []) place(strip, true)
  }

  function place(strip: Strip, repeated: boolean): void {
    if (y > 0) y += strip.before
    pages.at(-1)!.push({ strip, top: y, repeated })
    y += strip.height
  }
}

/** The last of the strips that must stand on one page with the one at `from`. */
function chainEnd(strips: Strip[], from: number): number {
  let end = from
  while (strips[end]!.keepWithNext && end + 1 < strips.length && !strips[end + 1]!.startsPage) end++
  return end
}
