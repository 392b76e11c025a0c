import type { MarkedContent } from './pageContent.testkit.ts'
import type { PdfFile } from './pdfFile.testkit.ts'
import { isDict, isRef, type PdfValue } from './pdfSyntax.testkit.ts'
import { isElement, type StructureElement } from './structureTree.testkit.ts'

/** The standard types that this project uses (ISO 32000-1, 14.8.4). */
const standardTypes = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference Link Figure'.split(
    ' ',
  ),
)

/** What is wrong between the structure tree, the pages' content, and the parent tree that leads back (14.7.4). */
export function treeFaults(
  pdf: PdfFile,
  elements: StructureElement[],
  contents: Map<number, MarkedContent[]>,
): string[] {
  const root = pdf.catalog.get('StructTreeRoot')
  const faults: string[] = []
  for (const { tag, ref, dict, parent } of elements) {
    const above = dict.get('P')
    const wanted = parent ? parent.ref : isRef(root) ? root.ref : -1
    if (!isRef(above) || above.ref !== wanted) faults.push(`${tag} ${ref} has another parent (7.1-12)`)
    if (!standardTypes.has(tag)) faults.push(`${tag} is no standard type (7.1-5)`)
  }
  if (elements.filter(({ parent }) => !parent).length !== 1 || elements[0]?.tag !== 'Document')
    faults.push('the tree is not one document')
  return [...faults, ...wayBackFaults(pdf, elements, contents), ...pageFaults(elements, contents)]
}

/** Each page's content and each annotation leads to the element that holds it. */
function wayBackFaults(
  pdf: PdfFile,
  elements: StructureElement[],
  contents: Map<number, MarkedContent[]>,
): string[] {
  const parents = numberTree(pdf, pdf.get(pdf.catalog, 'StructTreeRoot', 'ParentTree'))
  const faults: string[] = []
  const keys = new Set<number>()
  const parentAt = (holder: PdfValue | undefined, key: 'StructParents' | 'StructParent'): PdfValue => {
    const number = pdf.get(holder, key)
    if (typeof number !== 'number') return null
    keys.add(number)
    return parents.get(number) ?? null
  }
  const leadsTo = (value: PdfValue | undefined, { ref }: StructureElement) =>
    isRef(value) && value.ref === ref
  for (const element of elements) {
    for (const kid of element.kids) {
      if (isElement(kid)) continue
      const way =
        'contentId' in kid
          ? pdf.list(parentAt({ ref: kid.page }, 'StructParents'))[kid.contentId]
          : parentAt({ ref: kid.annotation }, 'StructParent')
      if (!leadsTo(way, element)) faults.push(`no way back to ${element.tag} ${element.ref} (14.7.4.4)`)
    }
  }
  for (const [page, marked] of contents) {
    const ways = pdf.list(parentAt({ ref: page }, 'StructParents'))
    const tagged = marked.filter(({ properties }) => properties.has('MCID')).length
    if (ways.length !== tagged)
      faults.push(`page ${page} has ${ways.length} ways back for ${tagged} contents`)
  }
  const next = pdf.get(pdf.catalog, 'StructTreeRoot', 'ParentTreeNextKey')
  if (typeof next === 'number' && [...parents.keys()].some(key => key >= next))
    faults.push('the next key is taken')
  for (const key of parents.keys())
    if (!keys.has(key)) faults.push(`the parent tree's key ${key} is nobody's`)
  return faults
}

/** Each stretch of tagged content is held by one element, and nothing is held that is not there. */
function pageFaults(elements: StructureElement[], contents: Map<number, MarkedContent[]>): string[] {
  const held = new Map<string, string>()
  const faults: string[] = []
  for (const { tag, kids } of elements) {
    for (const kid of kids) {
      if (isElement(kid) || 'annotation' in kid) continue
      const id = `${kid.page}-${kid.contentId}`
      if (held.has(id)) faults.push(`content ${id} is held twice`)
      held.set(id, tag)
    }
  }
  for (const [page, marked] of contents) {
    for (const { tag, properties } of marked) {
      const contentId = properties.get('MCID')
      if (tag === 'Artifact') {
        if (contentId !== undefined) faults.push('an artifact with an id (7.1-1)')
      } else if (contentId === undefined) faults.push(`${tag} is neither tagged nor an artifact (7.1-3)`)
      else if (held.get(`${page}-${String(contentId)}`) !== tag)
        faults.push(`content ${page}-${String(contentId)} is not held by a ${tag} (7.1-3)`)
      held.delete(`${page}-${String(contentId)}`)
    }
  }
  for (const id of held.keys()) faults.push(`content ${id} is not there`)
  return faults
}

/** The entries of a number tree (7.9.7). */
function numberTree(pdf: PdfFile, node: PdfValue): Map<number, PdfValue> {
  const entries = new Map<number, PdfValue>()
  const visit = (value: PdfValue): void => {
    if (!isDict(value)) return
    const pairs = pdf.list(value, 'Nums')
    for (let i = 0; i < pairs.length; i += 2) entries.set(pairs[i] as number, pairs[i + 1]!)
    for (const kid of pdf.list(value, 'Kids')) visit(pdf.get(kid))
  }
  visit(node)
  return entries
}
