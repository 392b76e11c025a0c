import type { PdfFile } from './pdfFile.testkit.ts'
import { isString, wordsOf } from './pdfSyntax.testkit.ts'
import { attribute, childrenOf, isElement, type StructureElement } from './structureTree.testkit.ts'
import { tableFaults } from './tableFaults.testkit.ts'

/** What is wrong with headings, lists, tables, contents, notes and figures: CONVENTIONS 3.3, "Content". */
export function shapeFaults(pdf: PdfFile, elements: StructureElement[]): string[] {
  return [
    ...headingFaults(elements),
    ...elements.flatMap(element => [...parentFaults(element), ...childFaults(element)]),
    ...elements.filter(({ tag }) => tag === 'L').flatMap(list => listFaults(pdf, list)),
    ...elements.filter(({ tag }) => tag === 'Table').flatMap(table => tableFaults(pdf, table)),
    ...noteFaults(pdf, elements),
    ...elements
      .filter(({ tag, dict }) => tag === 'Figure' && !dict.has('Alt') && !dict.has('ActualText'))
      .map(() => 'a figure without words (7.3-1)'),
    ...elements.filter(({ kids }) => kids.length === 0).flatMap(emptyFaults),
  ]
}

function headingFaults(elements: StructureElement[]): string[] {
  const levels = elements.flatMap(({ tag }) => (/^H\d$/.test(tag) ? Number(tag[1]) : []))
  const faults = elements.some(({ tag }) => tag === 'H') ? ['H beside H1 to H6 (7.4.4-2)'] : []
  levels.forEach((level, i) => {
    const before = levels[i - 1] ?? 0
    if (level > before + 1) faults.push(`H${level} follows H${before} (7.4.2-1)`)
  })
  return faults
}

/** What may hold an element, where not everything may. */
const parents: Record<string, string[]> = {
  LI: ['L'],
  LBody: ['LI'],
  Lbl: ['LI', 'P', 'TOCI', 'Note', 'Caption'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TOCI: ['TOC'],
  Caption: ['Table', 'L', 'TOC', 'Figure'],
}

/** What an element may hold, where not everything may. It may hold no content itself. */
const children: Record<string, string[]> = {
  L: ['L', 'LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['Caption', 'THead', 'TBody', 'TFoot', 'TR'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  TOC: ['TOC', 'TOCI', 'Caption'],
  TOCI: ['Lbl', 'Reference', 'P', 'TOC'],
  Document: [
    'Part',
    'Art',
    'Sect',
    'Div',
    'P',
    'H1',
    'H2',
    'H3',
    'H4',
    'H5',
    'H6',
    'L',
    'Table',
    'BlockQuote',
    'TOC',
    'Note',
    'Figure',
  ],
}

/** Blocks that stand in no line of text. */
const blocks = new Set('P H1 H2 H3 H4 H5 H6 L Table TOC BlockQuote'.split(' '))
const lines = new Set('P H1 H2 H3 H4 H5 H6 Span Link Reference Quote'.split(' '))

function parentFaults({ tag, parent }: StructureElement): string[] {
  const allowed = parents[tag]
  if (allowed && !allowed.includes(parent?.tag ?? '')) return [`${tag} in ${parent?.tag} (7.2)`]
  if (blocks.has(tag) && lines.has(parent?.tag ?? '')) return [`the block ${tag} in a line of ${parent?.tag}`]
  return []
}

function childFaults({ tag, kids }: StructureElement): string[] {
  const allowed = children[tag]
  if (!allowed) return []
  return kids.flatMap((kid, i) => {
    if (!isElement(kid)) return [`content straight in ${tag} (7.2)`]
    if (!allowed.includes(kid.tag)) return [`${kid.tag} in ${tag} (7.2)`]
    return kid.tag === 'Caption' && i > 0 ? [`a caption that is not the first of its ${tag} (7.2-40)`] : []
  })
}

function listFaults(pdf: PdfFile, list: StructureElement): string[] {
  const numbering = attribute(pdf, list, 'ListNumbering')
  const items = childrenOf(list).filter(({ tag }) => tag === 'LI')
  const faults = numbering === null ? ['a list that does not say how it is numbered'] : []
  if (items.length === 0) faults.push('a list without items')
  for (const item of items) {
    const tags = childrenOf(item).map(({ tag }) => tag)
    if (tags.join() !== 'Lbl,LBody' && !(numbering === '/None' && tags.join() === 'LBody'))
      faults.push(`an item of ${tags.join()} (7.2-18)`)
  }
  return faults
}

function noteFaults(pdf: PdfFile, elements: StructureElement[]): string[] {
  const ids = new Set<string>()
  return elements.flatMap(({ tag, dict }) => {
    const id = pdf.get(dict.get('ID'))
    if (tag === 'Note' && !isString(id)) return ['a note without an id (7.9-1)']
    if (!isString(id)) return []
    const words = wordsOf(id)
    if (ids.has(words)) return [`the id ${words} stands twice (7.9-2)`]
    ids.add(words)
    return words === '' ? ['an empty id (7.9-1)'] : []
  })
}

/** A cell may be empty, and what stands in one; a heading, a link or a list that holds nothing reads as nothing. */
function emptyFaults({ tag }: StructureElement): string[] {
  return /^(H\d|L|LI|Lbl|Link|Note|Table|TR|TOC|TOCI|Caption|Reference|Figure)$/.test(tag)
    ? [`an empty ${tag}`]
    : []
}
