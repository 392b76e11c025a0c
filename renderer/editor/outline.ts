import type { DocumentNode } from '../../shared/document/briefing.ts'
import { plainText, walkBriefing } from '../../shared/document/walk.ts'

/** A heading or annex title of a draft. `level` 1 is outermost; `index` counts the blocks of the document. */
export interface OutlineEntry {
  level: 1 | 2 | 3
  text: string
  index: number
}

/** The headings and annexes of a draft, in order. What follows an annex title stands one level below it. */
export function outline(content: DocumentNode): OutlineEntry[] {
  const entries: OutlineEntry[] = []
  const indexOf = (node: DocumentNode) => content.content?.indexOf(node) ?? -1
  walkBriefing(content, (node, { annex }) => {
    if (node.type === 'annexTitle') {
      entries.push({
        level: 1,
        text: `Annex ${annex}: ${plainText(node).trim() || 'untitled'}`,
        index: indexOf(node),
      })
    } else if (node.type === 'heading') {
      const level = Number(node.attrs?.level ?? 1) + (annex ? 1 : 0)
      const text = plainText(node).trim() || 'Untitled heading'
      entries.push({ level: Math.min(level, 3) as OutlineEntry['level'], text, index: indexOf(node) })
    }
  })
  return entries
}
