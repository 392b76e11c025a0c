import { Failure } from '../../../../shared/contract/fault.ts'
import type { DocumentNode } from '../../../../shared/document/briefing.ts'
import { citationTarget, quotationState } from '../../../../shared/document/citations.ts'
import type { NodeName } from '../../../../shared/document/schema.ts'
import { type Place, plainText } from '../../../../shared/document/walk.ts'
import type { Block, Run } from './block.ts'
import {
  citationAnchor,
  type Evidence,
  evidenceFor,
  passageAnchor,
  passageDescription,
  placeWords,
} from './evidence.ts'
import { headingLevels } from './headingLevels.ts'
import { listLabel, numberingOf } from './listLabel.ts'
import { marksAround } from './marksAround.ts'
import { typesetTable } from './typesetTable.ts'

/** What typesetting one briefing carries along from node to node. */
export interface Typesetting {
  evidence: Map<string, Evidence>
  places: Map<DocumentNode, Place>
  /** How often each number has been printed so far. */
  printed: Map<number, number>
  level: (authored: number) => number
  /** Whether lists and quotations belong to a numbered paragraph, and line up with its words. */
  inset: boolean
}

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
  doc: { blocks: (node, typesetting) => childBlocks(node, typesetting) },
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
  citation: { runs: typesetCitation },
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

function childBlocks(node: DocumentNode, typesetting: Typesetting): Block[] {
  const blocks = (node.content ?? []).flatMap(child => typesetNode(child, typesetting))
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
    return child.type === 'citation' && all[i - 1]?.type === 'citation'
      ? [{ text: ' ', raised: true }, ...runs]
      : runs
  })
}

function standing(node: DocumentNode, { places }: Typesetting): { where: string } {
  return { where: placeWords(places.get(node)) }
}

function typesetHeading(node: DocumentNode, typesetting: Typesetting): Block[] {
  typesetting.inset = false
  if (plainText(node).trim() === '' && !hasCitation(node)) return []
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
  typesetting.inset = false
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
  typesetting.inset = false
  const runs = childRuns(node, typesetting)
  return runs.length === 0 ? [] : [{ kind: 'paragraph', runs, ...standing(node, typesetting) }]
}

function typesetNumberedParagraph(node: DocumentNode, typesetting: Typesetting): Block[] {
  typesetting.inset = true
  const label = typesetting.places.get(node)?.paragraph ?? ''
  return [
    {
      kind: 'paragraph',
      label: `${label}.`,
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
    typesetting.inset = false
    return { label: [{ text: listLabel(numbering, first + i) }], blocks: childBlocks(item, typesetting) }
  })
  typesetting.inset = inset
  return items.length === 0 ? [] : [{ kind: 'list', numbering, items, inset, ...standing(node, typesetting) }]
}

function typesetTableNode(node: DocumentNode, typesetting: Typesetting): Block[] {
  const table = typesetTable(node, cell => childBlocks(cell, typesetting))
  typesetting.inset = false
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
  return [{ kind: 'quotation', runs, inset: typesetting.inset, ...standing(node, typesetting) }]
}

function typesetCitation(node: DocumentNode, typesetting: Typesetting): Run[] {
  return citationRuns(node, typesetting)
}

function citationRuns(node: DocumentNode, { evidence, places, printed }: Typesetting): Run[] {
  const cited = evidenceFor(evidence, citationTarget(node), places.get(node))
  const occurrence = (printed.get(cited.number) ?? 0) + 1
  printed.set(cited.number, occurrence)
  return [
    {
      text: `[${cited.number}]`,
      raised: true,
      anchor: citationAnchor(cited.number, occurrence),
      link: { to: { anchor: passageAnchor(cited.number) }, description: passageDescription(cited) },
    },
  ]
}

function typesetText(node: DocumentNode): Run[] {
  const marks = new Set(node.marks?.map(({ type }) => type))
  return node.text ? [{ text: node.text, bold: marks.has('bold'), italic: marks.has('italic') }] : []
}

const hasCitation = (node: DocumentNode): boolean =>
  node.content?.some(({ type }) => type === 'citation') ?? false
