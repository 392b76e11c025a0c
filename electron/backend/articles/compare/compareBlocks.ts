import { diffArrays } from 'diff'
import type { Comparison, TextPiece } from '../../../../shared/contract/article.ts'

type ComparedBlock = Comparison['blocks'][number]

/** Two blocks with this much in common are one block that was changed; less, and one went and another came. */
const alike = 0.4
/** Beyond so many changes two texts are not the same text any more, and are shown one after the other. */
const mostChanges = 4000
/** A block is looked for among so many that came, from where it would stand. */
const nearby = 24

/** Lays two texts side by side, block by block; blocks that are alike word by word. */
export function compareBlocks(from: readonly string[], to: readonly string[]): ComparedBlock[] {
  const hunks = diffArrays([...from], [...to], { maxEditLength: mostChanges })
  if (!hunks) return [...from.map(removed), ...to.map(added)]
  const blocks: ComparedBlock[] = []
  const effort = { left: mostChanges ** 2 }
  for (let i = 0; i < hunks.length; i++) {
    const hunk = hunks[i]!
    const next = hunks[i + 1]
    if (hunk.removed && next?.added) {
      blocks.push(...pairUp(hunk.value, next.value, effort))
      i++
    } else if (hunk.removed) blocks.push(...hunk.value.map(removed))
    else if (hunk.added) blocks.push(...hunk.value.map(added))
    else blocks.push(...hunk.value.map(same))
  }
  return blocks
}

/** Blocks that went beside blocks that came, in order: each is paired with the first it is like. */
function pairUp(went: readonly string[], came: readonly string[], effort: Effort): ComparedBlock[] {
  const blocks: ComparedBlock[] = []
  const cameWords = came.map(wordSet)
  let at = 0
  for (const text of went) {
    const words = wordSet(text)
    const match = cameWords.findIndex(
      (other, i) => i >= at && i < at + nearby && likeness(words, other) >= alike,
    )
    if (match < 0) blocks.push(removed(text))
    else {
      blocks.push(...came.slice(at, match).map(added), {
        kind: 'changed',
        pieces: comparePieces(text, came[match]!, effort),
      })
      at = match + 1
    }
  }
  return [...blocks, ...came.slice(at).map(added)]
}

/** What may still be spent on comparing words. A comparison costs the square of the changes that it finds. */
interface Effort {
  left: number
}

/** Two texts word by word. Joined, the pieces that are the same or removed give the first; same or added, the second. */
export function comparePieces(
  from: string,
  to: string,
  effort: Effort = { left: mostChanges ** 2 },
): TextPiece[] {
  const most = Math.floor(Math.sqrt(effort.left))
  const hunks = diffArrays(wordsAndGaps(from), wordsAndGaps(to), { maxEditLength: most })
  const changes = hunks
    ? hunks.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0)
    : most
  effort.left -= changes ** 2
  if (!hunks) return [piece('removed', from), piece('added', to)]
  return hunks.map(({ value, added, removed }) =>
    piece(removed ? 'removed' : added ? 'added' : 'same', value.join('')),
  )
}

/** Words with the space behind them: a change is then shown by whole words, and no lone space counts as one. */
const wordsAndGaps = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? []

/** How many of the words of the shorter block stand in the other, from 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const word of small) if (large.has(word)) shared++
  return shared / small.size
}

const wordSet = (text: string): Set<string> => new Set(text.toLowerCase().split(/\s+/))

const piece = (kind: TextPiece['kind'], text: string): TextPiece => ({ kind, text })
const same = (text: string): ComparedBlock => ({ kind: 'same', pieces: [piece('same', text)] })
const added = (text: string): ComparedBlock => ({ kind: 'added', pieces: [piece('added', text)] })
const removed = (text: string): ComparedBlock => ({ kind: 'removed', pieces: [piece('removed', text)] })
