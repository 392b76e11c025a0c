import type { Block, BlockKind } from '../../../../shared/contract/article.ts'

/** A block before it has a place in the text: its words, what it is, and why it is furniture if it is. */
export interface DraftBlock {
  kind: BlockKind
  text: string
  furniture?: string
  /** The line it stood on was cut here although no line ended: the sentences were glued. */
  glued?: boolean
}

/** Lays blocks one after the other, a line feed between two. Each range covers its block's words only. */
export function layBlocks(drafts: readonly DraftBlock[]): { text: string; blocks: Block[] } {
  const blocks: Block[] = []
  let at = 0
  for (const { kind, text, furniture } of drafts) {
    blocks.push({ kind, start: at, end: at + text.length, ...(furniture ? { furniture } : {}) })
    at += text.length + 1
  }
  return { text: drafts.map(({ text }) => text).join('\n'), blocks }
}
