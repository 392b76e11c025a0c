import { citationKey } from '../../../../shared/document/citations.ts'
import { referenceTarget, referenceWords } from '../../../../shared/document/crossReferences.ts'
import { sectionsOf } from '../../../../shared/document/editions.ts'
import {
  citationTargets,
  type DocumentNode,
  layoutOf,
  type NodeName,
  numberCitations,
  type Place,
  plainText,
  quotationState,
  walkBriefing,
} from '../../../../shared/document/index.ts'
import { responsesTo, verbOf } from '../../../../shared/document/recommendations.ts'
import type { PrintJob } from '../printJob.ts'
import { listLabel, numberingOf } from '../typeset/listLabel.ts'

/** The text of a draft, one entry for each block and label in the order an editor shows them, and its footnotes. */
export interface EditorText {
  blocks: string[]
  notes: string[]
}

/**
 * What a full pack has to say of a draft from its title to the last of its written annexes: the words, with the
 * labels, numbers and references that the draft itself computes. Spaces are not yet {@link plainSpaces}.
 */
export function editorText({ title, briefing: { head, content } }: PrintJob): EditorText {
  const places = new Map<DocumentNode, Place>()
  walkBriefing(content, (node, place) => places.set(node, place))
  const numbers = numberCitations(content)
  const references = referenceWords(content)
  const lines = fields.flatMap(([name, key]) => (head[key].trim() === '' ? [] : [name, head[key]]))
  const text: EditorText = { blocks: [plainSpaces(title) || 'Untitled pack', ...lines], notes: [] }
  const label = (node: DocumentNode) => places.get(node)?.label ?? ''
  const words = (node: DocumentNode): string =>
    (node.content ?? [])
      .map((child, i, all) => {
        const gap = isRaised(child) && isRaised(all[i - 1]) ? ' ' : ''
        return gap + inlineWords(child)
      })
      .join('')

  const say = (...blocks: string[]) => void text.blocks.push(...blocks)
  const sayAll = (node: DocumentNode) => {
    for (const child of node.content ?? []) sayBlock[child.type as NodeName](child)
  }

  /** What each node says as a block; those that are none are said by the block they stand in. */
  const sayBlock: Record<NodeName, (node: DocumentNode) => void> = {
    doc: sayAll,
    heading: node => say(words(node)),
    paragraph: node => say(words(node)),
    numberedParagraph: node =>
      say(/^[A-Z]*\d+[A-Z]*$/.test(label(node)) ? `${label(node)}.` : label(node), words(node)),
    bulletList: sayAllItems,
    orderedList: sayAllItems,
    listItem: sayAll,
    table: sayAll,
    tableRow: sayAll,
    tableHeader: sayAll,
    tableCell: sayAll,
    quotation: sayQuotation,
    annexTitle: node => {
      const title = words(node)
      say(`Annex ${label(node)}${title.trim() === '' ? '' : `: ${title}`}`)
    },
    recommendation: sayRecommendation,
    tableCaption: node => say(`Table ${label(node)}: ${words(node)}`),
    pageBreak: () => {},
    citation: () => {},
    footnote: () => {},
    crossReference: () => {},
    hardBreak: () => {},
    text: () => {},
  }
  for (const { start, end, edition } of sectionsOf(content)) {
    if (edition !== 'none') sayAll({ type: 'doc', content: content.content!.slice(start, end) })
  }
  if (
    layoutOf(content).annexes.some(({ kind }, i, all) => kind !== 'written' && all[i + 1]?.kind === 'written')
  )
    throw new Error('A generated annex among the written ones: their order is not known here')
  return text

  function inlineWords(node: DocumentNode): string {
    if (node.type === 'citation') return citationWords(node)
    if (node.type === 'crossReference') return references.get(referenceTarget(node)) ?? ''
    if (node.type === 'footnote') {
      text.notes.push(`${label(node)} ${String(node.attrs?.text)}`)
      return label(node)
    }
    return plainText(node)
  }

  function citationWords(node: DocumentNode): string {
    const targets = citationTargets(node)
    const separator = targets.some(({ locator }) => locator) ? '; ' : ', '
    const each = targets.map(target => {
      const number = String(numbers.get(citationKey(target))?.number)
      return target.locator ? `${number}, ${target.locator}` : number
    })
    return `[${each.join(separator)}]`
  }

  function sayAllItems(list: DocumentNode): void {
    const numbering = list.type === 'bulletList' ? 'Disc' : numberingOf(list.attrs?.type)
    list.content?.forEach((item, i) => {
      say(listLabel(numbering, Number(list.attrs?.start ?? 1) + i))
      sayAll(item)
    })
  }

  function sayQuotation(node: DocumentNode): void {
    const state = quotationState(node)
    const said = state === 'verbatim' ? `“${words(node)}”` : words(node)
    say(`${said}${citationWords(node)}${state === 'altered' ? ' (altered from the source)' : ''}`)
  }

  function sayRecommendation(node: DocumentNode): void {
    say(label(node), `${verbOf(node)} ${words(node)}`)
    const responses = responsesTo(node)
    if (responses)
      say(responses.map(word => (word.endsWith(':') ? `${word} ${'_'.repeat(16)}` : `☐ ${word}`)).join(' '))
  }
}

/** What stands above the line is kept apart. */
const isRaised = (node: DocumentNode | undefined): boolean =>
  node?.type === 'citation' || node?.type === 'footnote'

const fields = [
  ['To', 'to'],
  ['From', 'from'],
  ['Date', 'date'],
  ['Copy', 'copy'],
  ['Decision by', 'decisionBy'],
  ['Reference', 'reference'],
] as const

/**
 * A text as print has it: one kind of space and of hyphen, and nothing that prints nothing (soft hyphens, joiners,
 * chances to break a line). Letters are composed where they can be.
 */
export const plainSpaces = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Default_Ignorable_Code_Point}\u200b]/gu, '')
    .replaceAll('\u2011', '-')
    .replace(/\s+/g, ' ')
    .trim()
