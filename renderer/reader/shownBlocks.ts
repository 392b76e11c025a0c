import type { Block } from '../../shared/contract/index.ts'
import { overlaps, type TextRange } from './textRange.ts'

export interface ShownBlock extends Block {
  /** Its place among all blocks of the article. */
  index: number
}

/** Page furniture is hidden unless it is asked for, or holds something that must be seen: a hit, a highlight. */
export function shownBlocks(
  blocks: readonly Block[],
  showsFurniture: boolean,
  mustSee: readonly TextRange[],
): ShownBlock[] {
  return blocks
    .map((block, index) => ({ ...block, index }))
    .filter(block => !block.furniture || showsFurniture || mustSee.some(range => overlaps(range, block)))
}
