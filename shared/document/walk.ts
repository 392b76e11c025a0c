import type { DocumentNode } from './briefing.ts'

/** Where a node stands, as a reader of the printed pack would say it. */
export interface Place {
  /** The label of the numbered paragraph the node is in or follows ("3", "A2"), or null before the first. */
  paragraph: string | null
  /** The letter of the annex the node is in, or null in the body. */
  annex: string | null
  /** The words of the last heading or annex title. */
  heading: string | null
}

/**
 * Visits every node below `content` in reading order, depth first, with its place. Paragraph numbers run
 * through the body without a break and start again in each annex, after its letter.
 */
export function walkBriefing(content: DocumentNode, visit: (node: DocumentNode, place: Place) => void): void {
  const place: Place = { paragraph: null, annex: null, heading: null }
  let numbered = 0
  let annexes = 0
  const step = (node: DocumentNode): void => {
    if (node.type === 'annexTitle') {
      place.annex = annexLetter(annexes++)
      place.paragraph = null
      place.heading = plainText(node)
      numbered = 0
    } else if (node.type === 'heading') place.heading = plainText(node)
    else if (node.type === 'numberedParagraph') place.paragraph = `${place.annex ?? ''}${++numbered}`
    visit(node, { ...place })
    for (const child of node.content ?? []) step(child)
  }
  step(content)
}

/** A for 0, B for 1, … Z, then AA. */
export function annexLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : annexLetter(Math.floor(index / 26) - 1) + last
}

/** The words of a node and everything in it; a line break counts as a space, a citation as nothing. */
export function plainText(node: DocumentNode): string {
  if (node.type === 'text') return node.text ?? ''
  if (node.type === 'hardBreak') return ' '
  const isContainer = node.content?.some(child => child.content !== undefined) ?? false
  return (node.content ?? []).map(plainText).join(isContainer ? '\n' : '')
}
