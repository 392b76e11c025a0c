import type { DocumentNode } from '../../../../shared/document/briefing.ts'
import { referenceTarget, referenceWords } from '../../../../shared/document/crossReferences.ts'

/**
 * What each cross-reference to a printed block says, and the anchor there. The key is the block's anchor in the draft;
 * blocks that nothing refers to have none, so that they cost the file nothing.
 */
export function namedReferences(
  content: DocumentNode,
  printed: DocumentNode[],
): Map<string, { words: string; anchor: string }> {
  const wanted = new Set<string>()
  const step = (node: DocumentNode): void => {
    if (node.type === 'crossReference') wanted.add(referenceTarget(node))
    node.content?.forEach(step)
  }
  printed.forEach(step)
  const words = referenceWords(content)
  const named = new Map<string, { words: string; anchor: string }>()
  for (const { attrs } of printed) {
    const anchor = attrs?.anchor
    const said = typeof anchor === 'string' && wanted.has(anchor) ? words.get(anchor) : undefined
    if (said !== undefined && !named.has(anchor as string)) {
      named.set(anchor as string, { words: said, anchor: `block-${String(named.size + 1).padStart(5, '0')}` })
    }
  }
  return named
}
