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

export const isFurniture = (blocks: readonly Block[], range: TextRange): boolean =>
  blocks.some(block => block.furniture && overlaps(block, range))

/** The hits that must be seen: those in the article itself or, where it has none, those in page furniture. */
export function hitsToSee(blocks: readonly Block[], hits: readonly TextRange[]): readonly TextRange[] {
  const inArticle = hits.filter(hit => !isFurniture(blocks, hit))
  return inArticle.length > 0 ? inArticle : hits
}
