import type { Drawn } from './drawPage.ts'
import { type PDFReference, type PdfDocument, pdfString } from './pdfkitInternals.ts'
import { isElement, type StructureElement, type StructureKid } from './tree.ts'
import { writeTree } from './writeTree.ts'

/**
 * Writes the structure tree under `root`, and the parent tree that leads back to it from each page's content and
 * each annotation (ISO 32000-1, 14.7.4). Keys below the number of pages are the pages'.
 */
export function writeStructure(
  document: PdfDocument,
  root: StructureElement,
  pages: PDFReference[],
  drawn: Drawn,
): void {
  const tree = document.getStructTreeRoot()
  const written = new Map<StructureElement, PDFReference>()
  const named: [id: string, element: PDFReference][] = []
  tree.data.K = [write(root, tree)]
  if (named.length > 0) tree.data.IDTree = idTree(named)
  tree.data.ParentTree = writeTree(document, 'Nums', [
    ...drawn.contents.map((elements, page): [number, unknown] => [page, elements.map(refOf)]),
    ...drawn.annotations.map((element, i): [number, unknown] => [pages.length + i, refOf(element)]),
  ])
  tree.data.ParentTreeNextKey = pages.length + drawn.annotations.length

  function refOf(element: StructureElement): PDFReference {
    return written.get(element)!
  }

  function write(element: StructureElement, parent: unknown): PDFReference {
    const ref = document.ref({ S: element.tag, P: parent })
    written.set(element, ref)
    const page = ownPage(element)
    if (page !== undefined) ref.data.Pg = pages[page]
    if (element.attributes) ref.data.A = element.attributes
    if (element.id !== undefined) {
      ref.data.ID = pdfString(element.id)
      named.push([element.id, ref])
    }
    const kids = element.kids.map(kid => (isElement(kid) ? write(kid, ref) : content(kid, page)))
    if (kids.length > 0) ref.data.K = kids.length === 1 ? kids[0] : kids
    ref.end()
    return ref
  }

  function content(kid: Exclude<StructureKid, StructureElement>, ownPage: number | undefined): unknown {
    // The element's own page goes without saying.
    const page = kid.page === ownPage ? undefined : pages[kid.page]
    if ('annotation' in kid) return { Type: 'OBJR', Obj: kid.annotation, Pg: page }
    return page === undefined ? kid.contentId : { Type: 'MCR', Pg: page, MCID: kid.contentId }
  }
}

/** A tree of one leaf, by name (ISO 32000-1, 7.9.6). */
const idTree = (named: [id: string, element: PDFReference][]): unknown => ({
  Names: named.sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([id, ref]) => [pdfString(id), ref]),
})

/** The page of an element's first own content. */
function ownPage(element: StructureElement): number | undefined {
  for (const kid of element.kids) if (!isElement(kid)) return kid.page
}
