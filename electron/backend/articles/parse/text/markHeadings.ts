import type { DraftBlock } from '../draftBlock.ts'

const longestSubheading = 90

/** Marks, in place, as headings the short lines without a final stop that stand before a paragraph. */
export function markHeadings(blocks: DraftBlock[]): void {
  blocks.forEach((block, i) => {
    if (i === 0 || block.kind !== 'paragraph' || block.furniture || !readsAsHeading(block.text)) return
    const next = blocks[i + 1]
    if (next && !next.furniture && next.text.length > block.text.length && hasStop(next.text))
      block.kind = 'heading'
  })
}

function readsAsHeading(text: string): boolean {
  return (
    text.length <= longestSubheading &&
    text.split(' ').length <= 14 &&
    /^[“‘"'(]?[\p{Lu}\p{N}£$€]/u.test(text) &&
    !/[.,;:!…|]["”’)]?$/.test(text) &&
    !/[”"]$/.test(text.replace(/^[“"].*[”"]$/, ''))
  )
}

function hasStop(text: string): boolean {
  return /[.!?:…]["”’')\]]*$/.test(text) || text.length > 200
}
