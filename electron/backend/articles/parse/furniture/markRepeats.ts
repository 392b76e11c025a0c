import { bareWords } from '../bareWords.ts'
import type { DraftBlock } from '../draftBlock.ts'

/** Copies shorter than this, in words, may be chance: a refrain, a list's "Yes". */
const fewestWords = 8
/** How many blocks after a teaser the text it was cut from may begin. */
const teaserReach = 8

/** Marks, in place, a teaser that stands again in full further down, and paragraphs that say a second time the same. */
export function markRepeats(blocks: DraftBlock[]): void {
  blocks.forEach((block, i) => {
    if (!block.furniture && isTeaser(blocks, i)) block.furniture = 'Teaser repeated in full below'
  })

  const first = new Map<string, DraftBlock>()
  for (const block of blocks) {
    if (block.furniture === 'Teaser repeated in full below') continue
    const words = bareWords(block.text)
    if (words.split(' ', fewestWords).length < fewestWords) continue
    const earlier = first.get(words)
    if (!earlier) first.set(words, block)
    else if (block.furniture) continue
    else if (earlier.furniture) first.set(words, block)
    else markCopy(earlier, block)
  }
}

/** Of two copies the one without its final stop was the caption or the pull quote; else the later one. */
function markCopy(earlier: DraftBlock, later: DraftBlock): void {
  const copy = !/[.!?…]["”’]?$/.test(earlier.text) && /[.!?…]["”’]?$/.test(later.text) ? earlier : later
  copy.furniture = 'Repeats a paragraph of the article'
}

function isTeaser(blocks: readonly DraftBlock[], at: number): boolean {
  const { text } = blocks[at]!
  if (!/(?:\.\.\.|…)$/.test(text) || text.length > 3000) return false
  const words = bareWords(text)
  if (words.split(' ', fewestWords).length < fewestWords) return false
  return blocks
    .slice(at + 1, at + 1 + teaserReach)
    .some(other => bareWords(other.text.slice(0, 2 * text.length)).startsWith(words))
}
