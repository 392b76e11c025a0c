import { bareWords } from '../bareWords.ts'
import type { DraftBlock } from '../draftBlock.ts'

/** Copies shorter than this, in words, may be chance: a refrain, a list's "Yes". */
const fewestWords = 8
const teaser = 'Teaser repeated in full below'
/** How many blocks after a teaser the text it was cut from may begin. */
const teaserReach = 8

/** Marks, in place, a teaser that stands again in full further down, and paragraphs that say a second time the same. */
export function markRepeats(blocks: DraftBlock[]): void {
  blocks.forEach((block, i) => {
    if (!block.furniture && isTeaser(blocks, i)) block.furniture = teaser
  })

  const first = new Map<string, DraftBlock>()
  for (const block of alike(blocks.filter(({ furniture }) => furniture !== teaser))) {
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

/** The blocks that may have the same bare words as another, in order: most texts have none. */
function alike(blocks: readonly DraftBlock[]): DraftBlock[] {
  const marks = blocks.map(({ text }) => markOf(text))
  const seen = new Map<number, number>()
  for (const mark of marks) seen.set(mark, (seen.get(mark) ?? 0) + 1)
  return blocks.filter((_, i) => seen.get(marks[i]!)! > 1)
}

/** A number that is the same for texts of the same bare words: of their letters a to z and figures, in order. */
function markOf(text: string): number {
  const words = isSimple.test(text) ? text : text.toLowerCase()
  let hash = 0x811c9dc5
  for (let i = 0; i < words.length; i++) {
    const code = words.charCodeAt(i)
    // The small letter of an ASCII capital.
    const small = code >= 65 && code <= 90 ? code + 32 : code
    if ((small >= 97 && small <= 122) || (small >= 48 && small <= 57))
      hash = Math.imul(hash ^ small, 0x01000193)
  }
  return hash
}

/** Capitals of other alphabets may have small letters of ours. */
const isSimple = /^[\x00-\xbf\u2000-\u20ff]*$/
