import { writtenDate } from '../../../../../shared/text/calendarDate.ts'
import { bareWords } from '../bareWords.ts'
import type { DraftBlock } from '../draftBlock.ts'
import { furnitureLines, longestFurnitureLine } from '../furniture/furnitureLines.ts'
import { isCredit } from '../furniture/pictureCredits.ts'
import { readLine } from '../text/textDetails.ts'
import type { HtmlBlock, Place } from './htmlBlocks.ts'

/** Where in an article a line may be its byline or its date. */
const openingBlocks = 6

/**
 * Says of each block of a page whether it is furniture and why. `kept` holds the numbers of the article's blocks;
 * when it is null or empty, the article is whatever the page does not itself call something else.
 */
export function markPage(
  found: readonly HtmlBlock[],
  kept: ReadonlySet<number> | null,
  title: string | null,
): DraftBlock[] {
  const headline = findHeadline(found, kept, title)
  const article = articleOf(found, kept)
  const shares = sharesOf(found, article)
  const opening = new Set([...article].sort((a, b) => a - b).slice(0, openingBlocks))

  const blocks = found.map((block, i): DraftBlock => {
    const { kind, text, place } = block
    if (i === headline) return { kind: 'heading', text }
    if (!article.has(i)) return { kind, text, furniture: reasonFor(kind, text, outside(place, shares)) }
    const own =
      lineFurniture(text) ?? intruding(block, shares) ?? (opening.has(i) ? readLine(text, {}) : null)
    return own ? { kind: own === 'Picture credit' ? 'caption' : kind, text, furniture: own } : { kind, text }
  })
  markRepeatedCaptions(blocks)
  return blocks
}

function articleOf(found: readonly HtmlBlock[], kept: ReadonlySet<number> | null): Set<number> {
  if (kept && kept.size > 0) return new Set(kept)
  const unnamed = found.flatMap(({ place }, i) => (place ? [] : [i]))
  return new Set(unnamed.length > 0 ? unnamed : found.keys())
}

/** How much of the article, from 0 to 1, stands in each named part of the page. */
function sharesOf(found: readonly HtmlBlock[], article: ReadonlySet<number>): Map<Place, number> {
  const shares = new Map<Place, number>()
  let whole = 0
  for (const i of article) whole += found[i]!.text.length
  for (const i of article)
    for (let place = found[i]!.place; place; place = place.within)
      shares.set(place, (shares.get(place) ?? 0) + found[i]!.text.length / whole)
  return shares
}

/** The innermost named part of the page around a block that is not also around the article. */
function outside(place: Place | null, shares: ReadonlyMap<Place, number>): string | null {
  for (let part = place; part; part = part.within) if (!shares.has(part)) return part.called
  return null
}

/** A part of the page that stands in the midst of the article, is small, and says that it is none of it. */
function intruding(block: HtmlBlock, shares: ReadonlyMap<Place, number>): string | null {
  const isLink = block.linked > block.letters * 0.8
  for (let part = block.place; part; part = part.within)
    if (
      (intruders.has(part.called) || (isLink && part.called === 'Links to other articles')) &&
      shares.get(part)! < 0.15
    )
      return part.called
  return null
}

const intruders = new Set([
  'Advertisement',
  'Subscription prompt',
  'Cookie or privacy notice',
  'Form or button',
])

function reasonFor(kind: DraftBlock['kind'], text: string, called: string | null): string {
  if (text.length <= longestFurnitureLine && isCredit.test(text)) return 'Picture credit'
  if (text.length <= 60 && writtenDate.test(text)) return 'Date line'
  return called ?? lineFurniture(text) ?? (kind === 'caption' ? 'Picture caption' : 'Outside the article')
}

function lineFurniture(text: string): string | null {
  if (text.length > longestFurnitureLine) return null
  if (isCredit.test(text)) return 'Picture credit'
  return furnitureLines.find(({ line }) => line.test(text))?.furniture ?? null
}

/**
 * The headline as printed, which Readability leaves out of the article: the heading before it that says the title,
 * else the only `h1` of the page. -1 if there is none.
 */
function findHeadline(
  found: readonly HtmlBlock[],
  kept: ReadonlySet<number> | null,
  title: string | null,
): number {
  const words = bareWords(title ?? '')
  const first = kept?.values().next().value ?? found.length
  let best = -1
  const main: number[] = []
  found.forEach(({ kind, text, main: isMain }, i) => {
    if (kind !== 'heading' || kept?.has(i)) return
    if (isMain) main.push(i)
    const said = text.length <= 2 * words.length ? bareWords(text) : ''
    if (said !== words && !(said.length > 12 && words.startsWith(`${said} `))) return
    if (said && (best < 0 || i <= first)) best = i
  })
  return best < 0 && main.length === 1 && main[0]! < first ? main[0]! : best
}

/** A caption that says again what a paragraph says, or an earlier caption: pictures often stand in a page twice. */
function markRepeatedCaptions(blocks: DraftBlock[]): void {
  const said = new Set<string>()
  for (const { kind, furniture, text } of blocks)
    if (kind !== 'caption' && kind !== 'heading' && !furniture) said.add(bareWords(text))
  for (const block of blocks) {
    if (block.kind !== 'caption' || block.furniture) continue
    const words = bareWords(block.text)
    if (said.has(words)) block.furniture = 'Picture caption'
    said.add(words)
  }
}
