import type { Block } from '../../../shared/contract/article.ts'
import type { TextMatch } from '../search/quickMatches.ts'

export interface Snippet {
  snippet: string
  /** Ranges of `snippet` that matched, in UTF-16 code units. */
  marks: [number, number][]
  /** The first match shown, as a range of the text; null when the text holds none. */
  at: [number, number] | null
}

/** About how long a snippet is, in UTF-16 code units. */
const reach = 160

/**
 * The stretch of a text that shows the most of what was searched, outside page furniture where it can be;
 * the beginning of the text when only the article's details matched.
 */
export function makeSnippet(
  text: string,
  blocks: readonly Block[],
  /** The places in the text that match, in order. */
  matches: readonly TextMatch[],
): Snippet {
  let best = { value: -1, start: 0 }
  const most = new Set(matches.map(({ index }) => index)).size * 2 + 1
  for (const [i, match] of matches.entries()) {
    if (best.value === most) break
    const seen = new Set<number>()
    for (let j = i; j < matches.length && matches[j]!.end - match.start <= reach; j++)
      seen.add(matches[j]!.index)
    const value = seen.size * 2 + (isRunning(blockAt(blocks, match.start)) ? 1 : 0)
    if (value > best.value) best = { value, start: i }
  }
  const first = matches[best.start]
  const lead = (blocks.find(isRunning) ?? blocks[0])?.start ?? 0
  const room = runAround(blocks, first?.start ?? lead, text.length)
  const from = first ? wordStart(text, Math.max(room.start, first.start - 50), room.start) : lead
  const to = wordEnd(text, Math.min(room.end, from + reach))
  const before = from > room.start ? '… ' : ''
  const shown = matches.filter(match => match.start >= from && match.end <= to)
  return {
    snippet: `${before}${text.slice(from, to).replaceAll(/[\n\t]/g, ' ')}${to < text.length ? ' …' : ''}`,
    marks: joinRanges(shown.map(m => [m.start - from + before.length, m.end - from + before.length])),
    at: first ? [first.start, first.end] : null,
  }
}

/** Words a reader reads: no furniture, and no heading, which the title beside the snippet says already. */
const isRunning = (block: Block | undefined): boolean =>
  block !== undefined && !block.furniture && block.kind !== 'heading'

const blockAt = (blocks: readonly Block[], at: number): Block | undefined => blocks[indexAt(blocks, at)]

/** The index of the block at a place, or -1 between blocks. Blocks lie in order, so halving finds it. */
function indexAt(blocks: readonly Block[], at: number): number {
  let low = 0
  let high = blocks.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const { start, end } = blocks[middle]!
    if (at < start) high = middle - 1
    else if (at >= end) low = middle + 1
    else return middle
  }
  return -1
}

/** The stretch around a place in which running words follow each other; the place's own block at the least. */
function runAround(blocks: readonly Block[], at: number, length: number): { start: number; end: number } {
  const here = indexAt(blocks, at)
  if (here < 0) return { start: 0, end: length }
  let first = here
  let last = here
  if (isRunning(blocks[here])) {
    while (isRunning(blocks[first - 1])) first--
    while (isRunning(blocks[last + 1])) last++
  }
  return { start: blocks[first]!.start, end: blocks[last]!.end }
}

function wordStart(text: string, at: number, limit: number): number {
  if (at <= limit) return limit
  const space = text.slice(at, at + 30).search(/\s/)
  return space < 0 ? at : at + space + 1
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.slice(at, at + 30).search(/\s/)
  return space < 0 ? at : at + space
}

function joinRanges(ranges: [number, number][]): [number, number][] {
  const joined: [number, number][] = []
  for (const [start, end] of ranges) {
    const last = joined.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}
