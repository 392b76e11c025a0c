import type { DocumentNode } from './briefing.ts'
import { referenceTarget, referenceWords } from './crossReferences.ts'
import { plainText } from './walk.ts'

export type FormCheckKind =
  | 'broken-reference'
  | 'table-without-header'
  | 'caption-without-table'
  | 'skipped-heading'
  | 'empty-heading'
  | 'empty-footnote'
  | 'link-words'

/** What of a draft's form a reader with a screen reader, or any reader, would stumble over. */
export interface FormCheck {
  kind: FormCheckKind
  /** What is the matter and how to mend it. */
  text: string
  /** The child indexes that lead from the document to the node concerned. */
  path: number[]
}

/**
 * Names faults of form, in reading order: a cross-reference to something that is gone; a table without a heading row
 * (PDF/UA-1 7.5-1), a caption without a table; a heading that skips a level (7.4.2-1) or has no words; a footnote
 * without words; words such as "click here" that say nothing of where they lead (WCAG 2.4.4). Pictures and colours,
 * which could lack an alternative text or contrast, cannot be put into a draft.
 */
export function formChecks(content: DocumentNode): FormCheck[] {
  const references = referenceWords(content)
  const checks: FormCheck[] = []
  const tell = (kind: FormCheckKind, path: number[], text: string) => checks.push({ kind, path, text })
  let level = 0
  content.content?.forEach((node, index) => {
    const path = [index]
    if (node.type === 'annexTitle') level = 0
    if (node.type === 'annexTitle' || node.type === 'heading') {
      if (plainText(node).trim() === '') tell('empty-heading', path, EMPTY_HEADING)
    }
    if (node.type === 'heading') {
      const own = Number(node.attrs?.level) || 1
      if (level > 0 && own > level + 1) tell('skipped-heading', path, skippedHeading(level, own))
      level = own
    }
    if (node.type === 'table' && !hasHeader(node)) tell('table-without-header', path, NO_HEADER)
    if (node.type === 'tableCaption' && content.content?.[index + 1]?.type !== 'table') {
      tell('caption-without-table', path, NO_TABLE)
    }
    step(node, path)
  })
  return checks

  function step(node: DocumentNode, path: number[]): void {
    if (node.type === 'crossReference' && !references.has(referenceTarget(node))) {
      tell('broken-reference', path, BROKEN)
    } else if (node.type === 'footnote' && String(node.attrs?.text ?? '').trim() === '') {
      tell('empty-footnote', path, EMPTY_FOOTNOTE)
    } else if (node.type === 'text') {
      const empty = /\b(?:click|tap|press) here\b|\bsee here\b|\b(?:this|the following) link\b/i.exec(
        node.text ?? '',
      )
      if (empty)
        tell('link-words', path, `‘${empty[0]}’ does not say where it leads. Name what it leads to instead.`)
    }
    node.content?.forEach((child, index) => {
      step(child, [...path, index])
    })
  }
}

/** Whether its first row holds headings only, or each of its rows begins with one. */
function hasHeader(table: DocumentNode): boolean {
  const rows = (table.content ?? []).map(row => row.content ?? [])
  const isHeading = (cell: DocumentNode | undefined) => cell?.type === 'tableHeader'
  return (
    (rows[0]?.every(isHeading) ?? false) || (rows.length > 0 && rows.every(([first]) => isHeading(first)))
  )
}

const EMPTY_HEADING = 'a heading has no words. Write it or remove it.'
const NO_HEADER =
  'a table has no heading row. Give each column a heading, so that the table can be read aloud.'
const NO_TABLE = 'a table caption has no table under it. Move it to its table or remove it.'
const BROKEN =
  'a cross-reference leads to something that is gone, and the pack cannot be exported. Remove it or make it again.'
const EMPTY_FOOTNOTE = 'a footnote has no words. Write it or remove it.'

const skippedHeading = (from: number, to: number): string =>
  `a heading of level ${to} follows one of level ${from}. Make it level ${from + 1}.`
