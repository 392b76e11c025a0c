import type { DraftBlock } from '../draftBlock.ts'
import { furnitureLines, longestFurnitureLine } from './furnitureLines.ts'

/** A line of a link list is the title of another page: it is short and no sentence. */
const longestLink = 160

/** Marks, in place, the lines that are furniture by their own words, and the links under the heading of a link list. */
export function markLines(blocks: DraftBlock[]): void {
  let inList = false
  for (const block of blocks) {
    if (block.furniture) continue
    const rule =
      block.text.length <= longestFurnitureLine
        ? furnitureLines.find(({ line }) => line.test(block.text))
        : undefined
    if (rule) {
      block.furniture = rule.furniture
      inList = rule.headsList ?? inList
      if (rule.headsList) block.kind = 'heading'
    } else if (inList && isLink(block)) {
      block.furniture = 'Item of a link list'
      block.kind = 'listItem'
    } else inList = false
  }
}

function isLink({ text, glued }: DraftBlock): boolean {
  return !glued && text.length <= longestLink && !/[.!…]["”’')\]]*$/.test(text)
}
