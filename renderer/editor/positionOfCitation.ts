import type { Node } from '@tiptap/pm/model'
import { citationKey, citationTargets } from '../../shared/document/citations.ts'

/** The position before the first citation or quotation that points, also, at `key` (see `citationKey`), or null. */
export function positionOfCitation(doc: Node, key: string): number | null {
  let found: number | null = null
  doc.descendants((node, at) => {
    if (found !== null) return false
    const cites = node.type.name === 'citation' || node.type.name === 'quotation'
    if (cites && citationTargets(node.toJSON()).some(target => citationKey(target) === key)) found = at
    return true
  })
  return found
}
