import type { DocumentNode } from './briefing.ts'
import { isLeftOut, plainText, walkBriefing } from './walk.ts'

/** What a cross-reference to a block says: "paragraph 12", "Annex B", "Table 2", "‘Timing’". By the block's `anchor`. */
export function referenceWords(content: DocumentNode): Map<string, string> {
  const words = new Map<string, string>()
  walkBriefing(content, (node, place) => {
    const { paragraph, label } = place
    const { anchor } = node.attrs ?? {}
    // What goes into no pack can be led to in none.
    if (isLeftOut(place)) return
    if (typeof anchor !== 'string' || anchor === '' || words.has(anchor)) return
    const said = blockWords(node, paragraph, label)
    if (said !== null) words.set(anchor, said)
  })
  return words
}

/** How a block is called by those who refer to it; null where it cannot be referred to. */
export function blockWords(
  node: DocumentNode,
  paragraph: string | null,
  label: string | null,
): string | null {
  switch (node.type) {
    case 'numberedParagraph':
      return `paragraph ${paragraph}`
    case 'recommendation':
      return `recommendation ${paragraph}`
    case 'annexTitle':
      return `Annex ${label}`
    case 'tableCaption':
      return `Table ${label}`
    case 'heading': {
      // One that was emptied is not printed, and has nothing to be called by.
      const words = plainText(node).trim()
      return words === '' ? null : `‘${words}’`
    }
    default:
      return null
  }
}

/** What a cross-reference refers to, by its block's `anchor`. */
export const referenceTarget = (node: DocumentNode): string =>
  typeof node.attrs?.target === 'string' ? node.attrs.target : ''
