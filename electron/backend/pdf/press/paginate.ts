import { openPage, type Page } from './openPage.ts'
import type { Strip } from './strip.ts'

/** What belongs to the head of the first page, and where it begins, in points from the top of the body. */
export interface Lead {
  strips: Strip[]
  top: number
}

/**
 * Fills pages of `height` points from top to bottom. Strips that must stay together go to the next page together,
 * unless they would not fit on one. A strip stands on the page of its footnotes; a note that is too long is continued
 * at the foot of the next. A table that runs on gets its header again.
 */
export function paginate(strips: Strip[], height: number, lead: Lead = { strips: [], top: 0 }): Page[] {
  const pages: Page[] = []
  let carried: Strip[] = []
  let page = openPage(height, [], lead.strips.length > 0 ? lead.top : 0)
  for (const strip of lead.strips) {
    if (!page.holds([strip])) turn()
    page.placeLead(strip)
  }
  for (let i = 0; i < strips.length; ) {
    const end = chainEnd(strips, i)
    const chain = strips.slice(i, end + 1)
    if (strips[i]!.startsPage && !page.bare) turn()
    if (!page.holds(chain) && openPage(height).holds(chain))
      while (page.turnable && !page.holds(chain)) turn()
    for (const strip of chain) {
      while (page.turnable && !page.holds([strip])) turn()
      page.place(strip)
    }
    i = end + 1
  }
  do turn()
  while (carried.length > 0)
  return pages

  function turn(): void {
    const closed = page.close()
    pages.push(closed.page)
    carried = closed.carried
    page = openPage(height, carried)
  }
}

/** The last of the strips that must stand on one page with the one at `from`. */
function chainEnd(strips: Strip[], from: number): number {
  let end = from
  while (strips[end]!.keepWithNext && end + 1 < strips.length && !strips[end + 1]!.startsPage) end++
  return end
}
