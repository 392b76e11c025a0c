import { bareWords } from '../bareWords.ts'
import type { DraftBlock } from '../draftBlock.ts'
import { endsWithCredit, isCredit } from './pictureCredits.ts'

/** Captions are shorter than this, in characters. */
const longestCaption = 400
/** How far from a caption, in blocks, the sentence stands that it repeats. */
const reach = 3

/**
 * Marks, in place, picture credits and the captions before them. A block before a credit is its caption if it has
 * no final stop, or says again what a neighbour says. Of two copies, the one that reads as running text stays.
 */
export function markCaptions(blocks: DraftBlock[]): void {
  for (const block of blocks)
    if (!block.furniture && block.text.length <= longestCaption && isCredit.test(block.text))
      mark(block, 'Picture credit')

  blocks.forEach((block, i) => {
    if (!block.furniture && block.text.length <= longestCaption && isCaption(blocks, i))
      mark(block, 'Picture caption')
  })
}

function isCaption(blocks: readonly DraftBlock[], at: number): boolean {
  const block = blocks[at]!
  // A credit stands in brackets or behind a stroke, and most paragraphs have neither.
  if (/[([/]/.test(block.text) && endsWithCredit.test(block.text) && !isLongSentence(block)) return true
  if (/^(?:Image|Picture|Photo) (?:caption|source|credit)\b/.test(block.text)) return true
  if (blocks[at + 1]?.furniture !== 'Picture credit') return false
  return !hasStop(block.text) || repeatsNeighbour(blocks, at)
}

function mark(block: DraftBlock, furniture: string): void {
  block.kind = 'caption'
  block.furniture = furniture
}

/** "…, the agency reported. (Reuters)" ends a paragraph of several sentences, not a caption. */
function isLongSentence({ text }: DraftBlock): boolean {
  return /[.!?]["”’]? \p{Lu}.*[.!?]["”’]? \(/u.test(text) && !/\/[^/]*$/.test(text)
}

function hasStop(text: string): boolean {
  return /[.!?…]["”’')\]]*$/.test(text)
}

function repeatsNeighbour(blocks: readonly DraftBlock[], at: number): boolean {
  const words = bareWords(blocks[at]!.text)
  if (words.split(' ').length < 5) return false
  for (let i = Math.max(0, at - reach); i <= at + reach; i++) {
    const other = blocks[i]
    if (i !== at && other && !other.furniture && bareWords(other.text).includes(words)) return true
  }
  return false
}
