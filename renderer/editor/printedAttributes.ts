import type { DocumentNode } from '../../shared/document/briefing.ts'
import { labelDepth } from '../../shared/document/numbering.ts'
import type { Place } from '../../shared/document/walk.ts'

/** The attributes by which the style sheet draws a block's number or letter, and how far in it stands. */
export type PrintedAttributes = Record<string, string>

/**
 * Gives a block's {@link PrintedAttributes}; it must be asked for every node of `content` in the order of
 * `walkBriefing`. Lists, quotations and recommendations stand under the words of the numbered paragraph before them,
 * as they do in print.
 */
export function printedAttributes(
  content: DocumentNode,
): (node: DocumentNode, place: Place) => PrintedAttributes {
  const blocks = content.content ?? []
  let next = 0
  let inset = 0
  return (node, { label }) => {
    const isBlock = node === blocks[next]
    if (!isBlock) return {}
    next += 1
    switch (node.type) {
      case 'numberedParagraph':
        inset = labelDepth(label ?? '')
        return { 'data-number': label ?? '', 'data-depth': String(inset) }
      case 'recommendation':
        return { 'data-letter': label ?? '', ...insetBy(inset) }
      case 'bulletList':
      case 'orderedList':
      case 'quotation':
        return insetBy(inset)
      case 'tableCaption':
        return { 'data-number': label ?? '' }
      case 'pageBreak':
        return {}
      default:
        inset = 0
        return node.type === 'annexTitle' ? { 'data-letter': label ?? '' } : {}
    }
  }
}

const insetBy = (inset: number): PrintedAttributes => (inset === 0 ? {} : { 'data-inset': String(inset) })
