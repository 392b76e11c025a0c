import type { PdfFile } from './pdfFile.testkit.ts'
import { type Dict, isDict, isRef, isStream, type PdfValue } from './pdfSyntax.testkit.ts'

/** An element of the structure tree (ISO 32000-1, 14.7.2), with what it holds in its order. */
export interface StructureElement {
  /** Without its slash: "H1". */
  tag: string
  ref: number
  dict: Dict
  parent: StructureElement | null
  kids: StructureKid[]
}

/** Marked content on a page, or an annotation on one; pages and annotations are the numbers of their objects. */
export type StructureKid =
  | StructureElement
  | { page: number; contentId: number }
  | { page: number; annotation: number }

export const isElement = (kid: StructureKid): kid is StructureElement => 'tag' in kid

export const childrenOf = ({ kids }: StructureElement): StructureElement[] => kids.filter(isElement)

/** Every element, each before those it holds: the order in which they are read out. */
export function structureElements(pdf: PdfFile): StructureElement[] {
  const elements: StructureElement[] = []
  for (const kid of kidsOf(pdf, pdf.get(pdf.catalog, 'StructTreeRoot', 'K'))) visit(kid, null)
  return elements

  function visit(value: PdfValue, parent: StructureElement | null): StructureElement {
    if (!isRef(value)) throw new Error('An element that is no object of its own')
    const dict = pdf.dict(value)
    const element: StructureElement = {
      tag: String(dict.get('S')).slice(1),
      ref: value.ref,
      dict,
      parent,
      kids: [],
    }
    elements.push(element)
    if (elements.length > pdf.objects.size) throw new Error('A structure tree that goes round in a circle')
    for (const kid of kidsOf(pdf, dict.get('K') ?? null))
      element.kids.push(content(kid, element) ?? visit(kid, element))
    return element
  }

  function content(kid: PdfValue, { dict }: StructureElement): StructureKid | null {
    const own = dict.get('Pg')
    if (typeof kid === 'number') return { page: numberOf(own), contentId: kid }
    if (!isDict(kid) || kid.has('S')) return null
    const page = numberOf(kid.get('Pg') ?? own)
    if (kid.get('Type') === '/MCR') return { page, contentId: kid.get('MCID') as number }
    if (kid.get('Type') === '/OBJR') return { page, annotation: numberOf(kid.get('Obj')) }
    return null
  }
}

const kidsOf = (pdf: PdfFile, value: PdfValue): PdfValue[] => {
  const kids = isRef(value) && Array.isArray(pdf.get(value)) ? pdf.get(value) : value
  return kids === null ? [] : Array.isArray(kids) ? kids : [kids]
}

const numberOf = (value: PdfValue | undefined): number => (isRef(value) ? value.ref : -1)

/** An attribute of an element, such as a heading cell's scope (14.7.5); null where it has none. */
export function attribute(pdf: PdfFile, { dict }: StructureElement, name: string): PdfValue {
  const value = pdf.get(dict.get('A'))
  const owners = Array.isArray(value) ? value : [value]
  for (const owner of owners.map(each => pdf.get(each))) {
    if (isDict(owner) && owner.has(name)) return pdf.get(owner.get(name))
    if (isStream(owner)) throw new Error('Attributes that are a stream')
  }
  return null
}
