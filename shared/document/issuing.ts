import type { Briefing, DocumentNode } from './briefing.ts'
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
  const { issued, annexes } = layoutOf(content)
  const unlabelled = {
    ...content,
    content: content.content?.map(node =>
      typeof node.attrs?.issued === 'string' ? { ...node, attrs: { ...node.attrs, issued: null } } : node,
    ),
  }
  if (issued === null) return unlabelled
  const unlettered = annexes.map(slot => (slot.kind === 'written' ? slot : { ...slot, issued: null }))
  return withLayout(unlabelled, { annexes: unlettered, issued: null })
}

/**
 * A draft that takes the place of another as the newest of its pack, an older one or one from a file: what was issued
 * of the pack stays issued, and nothing else of it was.
 */
export function keepIssued(replaced: Briefing, next: Briefing): Briefing {
  const { issued } = layoutOf(replaced.content)
  const content = issued === null ? asUnissued(next.content) : withLayout(next.content, { issued })
  return { ...next, content }
}

/** What a newer Despatch keeps in the layout stays there. */
const withLayout = (content: DocumentNode, change: Partial<PackLayout>): DocumentNode => ({
  ...content,
  attrs: { ...content.attrs, layout: { ...(content.attrs?.layout as object | null), ...change } },
})

/** The version after the last one issued: "1.0" for the first issue, then "1.1", "1.2". */
export function nextVersion(last: string | null): string {
  const [major, minor] = (last ?? '').split('.').map(Number)
  return Number.isInteger(major) && Number.isInteger(minor) ? `${major}.${minor! + 1}` : '1.0'
}
