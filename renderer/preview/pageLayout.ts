import type { Place } from './positions.ts'

/** In points. */
export interface PageSize {
  width: number
  height: number
}

/** Pages below one another, all in CSS pixels. */
export interface PageLayout {
  /** CSS pixels to a point. */
  scale: number
  /** Of each page: its top edge, from the top of what scrolls, and its size. */
  pages: { top: number; width: number; height: number }[]
}

/** The room above, below and between pages, and at their sides at least (CSS pixels). */
export const gap = 16

/** CSS pixels to a point at true size: an inch is 96 of the one and 72 of the other. */
export const trueScale = 96 / 72

export function layOut(sizes: readonly PageSize[], scale: number): PageLayout {
  let top = gap
  const pages = sizes.map(size => {
    const page = { top, width: Math.round(size.width * scale), height: Math.round(size.height * scale) }
    top += page.height + gap
    return page
  })
  return { scale, pages }
}

/** How far below the top of what scrolls a place is. */
export function yOf({ pages, scale }: PageLayout, { page, top }: Place): number {
  const last = pages.length - 1
  return (pages[Math.min(page, last)]?.top ?? 0) + (page > last ? 0 : top * scale)
}

/** The place at a height: on the page there, or at the end of the one above a gap. */
export function placeAt({ pages, scale }: PageLayout, y: number): Place {
  const page = Math.max(
    0,
    pages.findLastIndex(({ top }) => top <= y),
  )
  const { top, height } = pages[page] ?? { top: 0, height: 0 }
  return { page, top: Math.min(Math.max(0, y - top), height) / scale }
}

/** The first and last page of which something stands between two heights. */
export function pagesBetween({ pages }: PageLayout, from: number, to: number): [first: number, last: number] {
  const first = pages.findIndex(({ top, height }) => top + height > from)
  const last = pages.findLastIndex(({ top }) => top < to)
  return [first < 0 ? pages.length - 1 : first, Math.max(0, last)]
}

/** The room that is wanted below a place for it to count as seen: two lines or so. */
const line = 40

/** Where to scroll so that a place is seen, a third down the view; null where it is seen already. */
export function scrollToShow(
  layout: PageLayout,
  place: Place,
  scrolled: number,
  viewHeight: number,
): number | null {
  const y = yOf(layout, place)
  if (y >= scrolled && y + line <= scrolled + viewHeight) return null
  return Math.max(0, Math.round(y - viewHeight / 3))
}
