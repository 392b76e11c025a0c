import type { DocumentNode } from './briefing.ts'
import { labelBlocks } from './numbering.ts'

/** Where a node stands, as a reader of the printed pack would say it. */
export interface Place {
  /** The numbered paragraph the node is in or follows ("3", "A2", "3.1(a)"), or null before the first. */
  paragraph: string | null
  /** The letter of the annex the node is in, null in the body, "" in an annex that goes into no pack. */
  annex: string | null
  /** The words of the last heading or annex title. */
  heading: string | null
  /** What is printed before this node itself: "3", "3.1", "(a)", an annex's letter, a table's or footnote's number. */
  label: string | null
}

/**
 * Visits every node below `content` in reading order, depth first, with its place. See `labelBlocks` for how things
 * are numbered.
 */
export function walkBriefing(content: DocumentNode, visit: (node: DocumentNode, place: Place) => void): void {
  const { labels } = labelBlocks(content)
  const place: Place = { paragraph: null, annex: null, heading: null, label: null }
  let footnotes = 0
  /** What "(a)" stands under. */
  let parent = ''
  visit(content, { ...place })
  content.content?.forEach((block, index) => {
    step(block, labels.get(index) ?? null)
  })

  function step(node: DocumentNode, label: string | null): void {
    if (node.type === 'annexTitle') {
      Object.assign(place, { annex: label, paragraph: null, heading: plainText(node) })
      parent = ''
    } else if (node.type === 'heading') place.heading = plainText(node)
    else if (node.type === 'numberedParagraph' && label !== null) {
      const isBracketed = label.startsWith('(')
      place.paragraph = isBracketed ? `${parent}${label}` : label
      if (!isBracketed) parent = label
    } else if (node.type === 'recommendation' && label !== null) place.paragraph = `${parent}${label}`
    visit(node, { ...place, label })
    for (const child of node.content ?? []) {
      step(child, child.type === 'footnote' ? String(++footnotes) : null)
    }
  }
}

/** Whether what stands here is printed in no pack. */
export const isLeftOut = ({ annex }: Place): boolean => annex === ''

/** The words of a node and everything in it; a line break counts as a space, a citation as nothing. */
export function plainText(node: DocumentNode): string {
  if (node.type === 'text') return node.text ?? ''
  if (node.type === 'hardBreak') return ' '
  const isContainer = node.content?.some(child => child.content !== undefined) ?? false
  return (node.content ?? []).map(plainText).join(isContainer ? '\n' : '')
}
