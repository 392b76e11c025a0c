import { findFigures } from '../text/figures.ts'
import type { DocumentNode } from './briefing.ts'
import { citationTarget, citationTargets, quotationState } from './citations.ts'
import { type FormCheckKind, formChecks } from './formChecks.ts'
import { isLeftOut, type Place, plainText, walkBriefing } from './walk.ts'

export type CheckKind =
  | 'uncited-figure'
  | 'altered-quotation'
  | 'citation-without-target'
  | 'placeholder'
  | FormCheckKind

/** One thing in a draft that its author should look at before it goes up. */
export interface Check {
  kind: CheckKind
  /** What is the matter and what to do, as one plain sentence or two. */
  text: string
  /** The child indexes that lead from the document to the node concerned. */
  path: number[]
}

/**
 * Lists what is still to check in a draft, in reading order: a paragraph, list item or table cell that gives a
 * figure and cites nothing (a cell is covered by a citation anywhere in its row), a quotation that differs from
 * its source, a citation or quotation that points at nothing, a placeholder left in [square brackets], and what
 * `formChecks` names. What goes into no pack is not checked.
 */
export function toCheck(content: DocumentNode): Check[] {
  const places: Place[] = []
  walkBriefing(content, (_node, place) => places.push(place))
  const checks: Check[] = []
  const wheres = new Map<string, Place | undefined>()
  const leftOut = new Set<string>()
  let visited = 0

  const step = (node: DocumentNode, path: number[], isRowCited: boolean, isHeaderCell: boolean): void => {
    const place = places[visited++]
    wheres.set(path.join(), place)
    if (place && isLeftOut(place)) leftOut.add(path.join())
    for (const [kind, text] of findingsIn(node, isRowCited, isHeaderCell)) {
      checks.push({ kind, text: `${where(place)}: ${text}`, path })
    }
    const rowCited = node.type === 'tableRow' ? cites(node) : isRowCited
    const headerCell = node.type === 'tableHeader' || isHeaderCell
    node.content?.forEach((child, index) => {
      step(child, [...path, index], rowCited, headerCell)
    })
  }
  step(content, [], false, false)
  for (const check of formChecks(content)) {
    checks.push({ ...check, text: `${where(wheres.get(check.path.join()))}: ${check.text}` })
  }
  return checks.filter(({ path }) => !leftOut.has(path.join())).sort((a, b) => inReadingOrder(a.path, b.path))
}

function inReadingOrder(a: number[], b: number[]): number {
  const at = a.findIndex((index, i) => index !== b[i])
  return at < 0 ? a.length - b.length : at >= b.length ? 1 : a[at]! - b[at]!
}

type Finding = [kind: CheckKind, text: string]

function findingsIn(node: DocumentNode, isRowCited: boolean, isHeaderCell: boolean): Finding[] {
  if (node.type === 'citation') {
    return citationTargets(node).some(({ articleId }) => articleId === '') ? [UNAIMED_CITATION] : []
  }
  if (node.type === 'footnote') return placeholdersIn(String(node.attrs?.text ?? ''))
  if (node.type === 'quotation') {
    if (citationTarget(node).articleId === '') return [UNAIMED_QUOTATION]
    return quotationState(node) === 'altered' ? [ALTERED] : []
  }
  if (!holdsWords(node)) return []
  const text = plainText(node)
  const placeholders = findPlaceholders(text)
  const found = placeholdersIn(text)
  const states = node.type.endsWith('aragraph') || node.type === 'recommendation'
  if (!states || isRowCited || isHeaderCell || cites(node)) return found
  const figure = findFigures(text).find(f => !placeholders.some(p => f.start >= p.start && f.end <= p.end))
  if (figure) {
    found.push([
      'uncited-figure',
      `‘${figure.words}’ has no citation. Cite the passage it comes from, or take it out.`,
    ])
  }
  return found
}

const placeholdersIn = (text: string): Finding[] =>
  findPlaceholders(text).map(({ words }) => ['placeholder', `‘${words}’ is still to be filled in.`])

const UNAIMED_CITATION: Finding = [
  'citation-without-target',
  'a citation points at no source. Delete it and cite the passage again.',
]
const UNAIMED_QUOTATION: Finding = [
  'citation-without-target',
  'a quotation names no source. Quote the passage again from its article.',
]
const ALTERED: Finding = [
  'altered-quotation',
  'a quotation differs from its source. Restore its words or declare it a paraphrase.',
]

const holdsWords = (node: DocumentNode): boolean =>
  node.content?.some(child => child.type === 'text' || child.type === 'hardBreak') ?? false

const cites = (node: DocumentNode): boolean =>
  node.content?.some(child => child.type === 'citation' || cites(child)) ?? false

/** Words in square brackets, except an ellipsis, "[sic]" and a bare number, which are parts of a finished text. */
function findPlaceholders(text: string): { start: number; end: number; words: string }[] {
  return [...text.matchAll(/\[([^[\]\n]{1,200})\]/g)]
    .filter(match => !/^\s*(?:…|\.\.\.|sic|\d+)?\s*$/i.test(match[1] ?? ''))
    .map(match => ({ start: match.index, end: match.index + match[0].length, words: match[0] }))
}

function where(place: Place | undefined): string {
  if (place?.paragraph) return `Paragraph ${place.paragraph}`
  if (place?.annex) return `Annex ${place.annex}`
  return place?.heading ? `Under ‘${place.heading}’` : 'Before the first paragraph'
}
