import type { DocumentNode } from './briefing.ts'
import { Edition } from './layout.ts'

/** The pack that goes wide, or the whole of it. */
export type PackEdition = 'core' | 'full'

/** The body and the written annexes of a draft, each a stretch of its blocks. */
export interface Section {
  /** null is the body. */
  title: DocumentNode | null
  edition: Edition
  /** The indexes of its blocks in the document: from `start` up to and without `end`. */
  start: number
  end: number
}

/** A draft cut before each annex. The body is always the first, and always goes into both packs. */
export function sectionsOf(content: DocumentNode): Section[] {
  const blocks = content.content ?? []
  const sections: Section[] = [{ title: null, edition: 'core', start: 0, end: blocks.length }]
  blocks.forEach((node, start) => {
    if (node.type !== 'annexTitle') return
    sections.at(-1)!.end = start
    const edition = Edition.safeParse(node.attrs?.edition)
    sections.push({ title: node, edition: edition.data ?? 'core', start, end: blocks.length })
  })
  return sections
}

/** Whether what goes into the packs of `wanted` goes into this one. */
export const isIn = (wanted: Edition, edition: PackEdition): boolean =>
  wanted === 'core' || (wanted === 'full' && edition === 'full')
