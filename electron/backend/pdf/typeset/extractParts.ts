import type { Block } from '../../../../shared/contract/article.ts'

export type ExtractPart = { block: Block } | { omitted: number }

/**
 * What of an article stands in its extract: each block a cited passage touches, whole, with at most one before
 * and one after it (no more than the purpose requires: CDPA 1988 section 30). Between them, how many were left
 * out. Furniture, and the captions of pictures that are not there, are printed only where they are cited
 * themselves, and are not counted. A heading is never printed without something under it. Of a whole article
 * everything readable stands.
 */
export function extractParts(
  blocks: Block[],
  ranges: { start: number; end: number }[],
  isWhole = false,
): ExtractPart[] {
  const cited = (block: Block) => ranges.some(({ start, end }) => start < block.end && end > block.start)
  const readable = blocks.filter(
    block => (block.furniture === undefined && block.kind !== 'caption') || cited(block),
  )
  if (isWhole) return readable.map(block => ({ block }))
  const isCited = readable.map(cited)
  const parts: ExtractPart[] = []
  readable.forEach((block, i) => {
    const last = parts.at(-1)
    const isAfter = isCited[i - 1] && block.kind !== 'heading'
    if (isCited[i] || isAfter || isCited[i + 1]) parts.push({ block })
    else if (last && 'omitted' in last) last.omitted++
    else parts.push({ omitted: 1 })
  })
  return parts
}
