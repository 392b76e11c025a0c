import { Failure } from '../../../../shared/contract/fault.ts'
import type { DocumentNode } from '../../../../shared/document/briefing.ts'
import { citationTarget, quotationState } from '../../../../shared/document/citations.ts'
import type { NodeName } from '../../../../shared/document/schema.ts'
import { anchored, anchorsAt } from './anchors.ts'
import type { Block, Run } from './block.ts'
import { citationRuns } from './citationRuns.ts'
import { footnoteRuns } from './footnoteRuns.ts'
import { headingLevels } from './headingLevels.ts'
import { listLabel, numberingOf } from './listLabel.ts'
import { marksAround } from './marksAround.ts'
import { referenceRuns } from './referenceRuns.ts'
import { typesetRecommendations } from './typesetRecommendations.ts'
import { typesetTable } from './typesetTable.ts'
import { standing, type Typesetting } from './typesetting.ts'

/** Turns a block node of a briefing, with all that is in it, into blocks. */
export function typesetNode(node: DocumentNode, typesetting: Typesetting): Block[] {
  const rule = ruleFor(node)
  return 'blocks' in rule ? rule.blocks(node, typesetting) : []
}

/** How a node becomes print: as blocks, as runs of words, or as a part that the node around it sets. */
type Rule =
  | { blocks: (node: DocumentNode, typesetting: Typesetting) => Block[] }
  | { runs: (node: DocumentNode, typesetting: Typesetting) => Run[] }
  | { setBy: NodeName }

const rules: Record<NodeName, Rule> = {
  doc: { blocks: (node, typesetting) => typesetBlocks(node.content ?? [], typesetting) },
  heading: { blocks: typesetHeading },
  paragraph: { blocks: typesetParagraph },
  numberedParagraph: { blocks: typesetNumberedParagraph },
  bulletList: { blocks: typesetList },
  orderedList: { blocks: typesetList },
  listItem: { setBy: 'bulletList' },
  table: { blocks: typesetTableNode },
  tableRow: { setBy: 'table' },
  tableHeader: { setBy: 'table' },
  tableCell: { setBy: 'table' },
  quotation: { blocks: typesetQuotation },
  annexTitle: { blocks: typesetAnnexTitle },
  recommendation: { setBy: 'doc' },
  tableCaption: { setBy: 'doc' },
  pageBreak: { blocks: () => [{ kind: 'pageBreak' }] },
  citation: { runs: citationRuns },
  footnote: { runs: footnoteRuns },
  crossReference: { runs: referenceRuns },
  hardBreak: { runs: () => [{ text: '\n' }] },
  text: { runs: typesetText },
}

function ruleFor(node: DocumentNode): Rule {
  const rule = Object.hasOwn(rules, node.type) ? rules[node.type as NodeName] : undefined
  if (rule) return rule
  throw new Failure(
    'invalid-input',
    `This pack holds content that this version of Despatch cannot print (${node.type}). Nothing was printed. Open the pack in the version that wrote it.`,
  )
}

/**
 * Sets the blocks of a document, or some of them. `first` is the index in the document of the first. A run of
 * recommendations becomes one list; a caption goes into the table that follows it.
 */
export function typesetBlocks(nodes: DocumentNode[], typesetting: Typesetting, first = 0): Block[] {
  const blocks: Block[] = []
  for (let i = 0; i < nodes.length; ) {
    const origin = first + i
    const run = runOfRecommendations(nodes, i)
    const set =
      run.length > 0
        ? [typesetRecommendations(run, origin, typesetting, node => childRuns(node, typesetting))]
        : nodes[i]!.type === 'tableCaption'
          ? typesetCaption(nodes[i]!, nodes[i + 1], typesetting)
          : typesetNode(nodes[i]!, typesetting)
    i += run.length || (nodes[i]!.type === 'tableCaption' && nodes[i + 1]?.type === 'table' ? 2 : 1)
    const anchors = run.length > 0 ? [] : anchorsAt(nodes[origin - first]!, origin, typesetting)
    blocks.push(...anchored(set, anchors).map(block => ({ origin, ...block })))
  }
  return keptTogether(blocks)
}

function runOfRecommendations(nodes: DocumentNode[], from: number): DocumentNode[] {
  const end = nodes.findIndex((node, i) => i >= from && node.type !== 'recommendation')
  return nodes.slice(from, end < 0 ? nodes.length : end)
}

function childBlocks(node: DocumentNode, typesetting: Typesetting): Block[] {
  return keptTogether((node.content ?? []).flatMap(child => typesetNode(child, typesetting)))
}

function keptTogether(blocks: Block[]): Block[] {
  blocks.forEach((block, i) => {
    const next = blocks[i + 1]?.kind
    if (block.kind === 'paragraph' && (next === 'list' || leadsIn(block.runs))) block.keepWithNext = true
  })
  return blocks
}

/** "The options are:" is not parted from the options. */
const leadsIn = (runs: Run[]): boolean => runs.at(-1)?.text.trimEnd().endsWith(':') ?? false

function childRuns(node: DocumentNode, typesetting: Typesetting): Run[] {
  return (node.content ?? []).flatMap((child, i, all) => {
    const rule = ruleFor(child)
    if (!('runs' in rule)) return []
    const runs = rule.runs(child, typesetting)
    return isRaised(child) && isRaised(all[i - 1]) ? [{ text: ' ', raised: true }, ...runs] : runs
  })
}

/** Numbers above the line are kept apart. */
const isRaised = (node: DocumentNode | undefined): boolean =>
  node?.type === 'citation' || node?.type === 'footnote'

function typesetHeading(node: DocumentNode, typesetting: Typesetting): Block[] {
  typesetting.inset = 0
  if (isBlank(node)) return []
  const level = typesetting.level(typeof node.attrs?.level === 'number' ? node.attrs.level : 1)
  return [
    {
      kind: 'heading',
      level,
      role: 'section',
      runs: childRuns(node, typesetting),
      ...standing(node, typesetting),
    },
  ]
}

function typesetAnnexTitle(node: DocumentNode, typesetting: Typesetting): Block[] {
  typesetting.inset = 0
  typesetting.level = headingLevels(2)
  const title = childRuns(node, typesetting)
  const letter = typesetting.places.get(node)?.annex ?? ''
  return [annexHeading(letter, title, standing(node, typesetting).where)]
}

/** "Annex A: Chronology", on a page of its own. */
export function annexHeading(letter: string, title: Run[], where: string): Block {
  const lead = {
    text: title.some(({ text }) => text.trim() !== '') ? `Annex ${letter}: ` : `Annex ${letter}`,
  }
  return { kind: 'heading', level: 2, role: 'annex', runs: [lead, ...title], where }
}

function typesetParagraph(node: DocumentNode, typesetting: Typesetting): Block[] {
  typesetting.inset = 0
  const runs = childRuns(node, typesetting)
  return runs.length === 0 ? [] : [{ kind: 'paragraph', runs, ...standing(node, typesetting) }]
}

function typesetNumberedParagraph(node: DocumentNode, typesetting: Typesetting): Block[] {
  const label = typesetting.places.get(node)?.label ?? ''
  const depth = label.startsWith('(') ? 3 : label.includes('.') ? 2 : 1
  typesetting.inset = depth
  return [
    {
      kind: 'paragraph',
      label: depth === 1 ? `${label}.` : label,
      ...(depth === 1 ? {} : { depth }),
      runs: childRuns(node, typesetting),
      ...standing(node, typesetting),
    },
  ]
}

function typesetList(node: DocumentNode, typesetting: Typesetting): Block[] {
  const { inset } = typesetting
  const numbering = node.type === 'bulletList' ? 'Disc' : numberingOf(node.attrs?.type)
  const first = typeof node.attrs?.start === 'number' ? node.attrs.start : 1
  const items = (node.content ?? []).map((item, i) => {
    typesetting.inset = 0
    return { label: [{ text: listLabel(numbering, first + i) }], blocks: childBlocks(item, typesetting) }
  })
  typesetting.inset = inset
  return items.length === 0
    ? []
    : [{ kind: 'list', numbering, items, ...insetOf(inset), ...standing(node, typesetting) }]
}

function typesetTableNode(node: DocumentNode, typesetting: Typesetting): Block[] {
  const table = typesetTable(node, cell => childBlocks(cell, typesetting))
  typesetting.inset = 0
  return table.rows.length === 0 ? [] : [{ ...table, ...standing(node, typesetting) }]
}

/** Words between quotation marks are the source's own; anything else says so or goes without them. */
function typesetQuotation(node: DocumentNode, typesetting: Typesetting): Block[] {
  const target = citationTarget(node)
  const words = childRuns(node, typesetting)
  const linked = target.articleId !== ''
  const state = linked ? quotationState(node) : 'verbatim'
  const [open, close] = marksAround(words.map(run => run.text).join(''))
  const runs: Run[] = state === 'verbatim' ? [{ text: open }, ...words, { text: close }] : words
  if (linked) runs.push(...citationRuns(node, typesetting))
  if (state === 'altered') runs.push({ text: ' (altered from the source)', quiet: true })
  return [{ kind: 'quotation', runs, ...insetOf(typesetting.inset), ...standing(node, typesetting) }]
}

const insetOf = (inset: Typesetting['inset']) => (inset === 0 ? {} : { inset })

/** The words of a caption, which stand in the table they name; alone they are a paragraph. */
function typesetCaption(
  node: DocumentNode,
  next: DocumentNode | undefined,
  typesetting: Typesetting,
): Block[] {
  const runs: Run[] = [
    { text: `Table ${typesetting.places.get(node)?.label}: ` },
    ...childRuns(node, typesetting),
  ]
  const [table] = next?.type === 'table' ? typesetNode(next, typesetting) : []
  if (table?.kind === 'table') return [{ ...table, caption: runs }]
  return [{ kind: 'paragraph', tone: 'strong', runs, ...standing(node, typesetting) }]
}

function typesetText(node: DocumentNode): Run[] {
  const marks = new Set(node.marks?.map(({ type }) => type))
  return node.text ? [{ text: node.text, bold: marks.has('bold'), italic: marks.has('italic') }] : []
}

/** Whether there is nothing in a node to print. */
const isBlank = ({ content = [] }: DocumentNode): boolean =>
  content.every(({ type, text }) => type === 'hardBreak' || (type === 'text' && text?.trim() === ''))
