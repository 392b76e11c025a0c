import type { DocumentNode } from './briefing.ts'
import { numberCitations } from './citations.ts'
import { layoutOf, type PackLayout } from './layout.ts'
import { labelBlocks } from './numbering.ts'

/**
 * A draft as it was issued: every number and letter is written into its block, and every passage's number into the
 * layout, so that nothing is renumbered afterwards. `on` is the day (YYYY-MM-DD), `revision` the one this becomes.
 */
export function asIssued(content: DocumentNode, version: string, on: string, revision: number): DocumentNode {
  const layout = layoutOf(content)
  const { labels, generated } = labelBlocks(content)
  const passages = [...(layout.issued?.passages ?? [])]
  for (const [key, { number }] of numberCitations(content)) passages[number - 1] = key
  const issuedLayout: PackLayout = {
    ...layout,
    annexes: layout.annexes.map(slot =>
      slot.kind === 'written' ? slot : { ...slot, issued: generated.get(slot.kind) ?? slot.issued },
    ),
    issued: { version, on, revision, passages },
  }
  return {
    ...content,
    attrs: { ...content.attrs, layout: issuedLayout },
    content: content.content?.map((node, index) => {
      const label = labels.get(index)
      const isLabelled = label !== undefined && label !== '' && node.type !== 'tableCaption'
      return isLabelled ? { ...node, attrs: { ...node.attrs, issued: label } } : node
    }),
  }
}

/** The same draft as one that was never issued, to start another paper from. */
export function asUnissued(content: DocumentNode): DocumentNode {
  if (layoutOf(content).issued === null) return content
  const layout = layoutOf(content)
  return {
    ...content,
    attrs: {
      ...content.attrs,
      layout: {
        ...layout,
        annexes: layout.annexes.map(slot => (slot.kind === 'written' ? slot : { ...slot, issued: null })),
        issued: null,
      },
    },
    content: content.content?.map(node =>
      node.attrs?.issued === undefined ? node : { ...node, attrs: { ...node.attrs, issued: null } },
    ),
  }
}

/** "1.0" for the first issue, then "1.1", "1.2". */
export function nextVersion(content: DocumentNode): string {
  const [major, minor] = (layoutOf(content).issued?.version ?? '').split('.').map(Number)
  return Number.isInteger(major) && Number.isInteger(minor) ? `${major}.${minor! + 1}` : '1.0'
}
