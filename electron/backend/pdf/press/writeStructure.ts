import type { Drawn } from './drawPage.ts'
import { type PDFReference, type PdfDocument, pdfString } from './pdfkitInternals.ts'
import { reference, serialised, Written } from './serialised.ts'
import { isElement, type StructureElement, type StructureKid } from './tree.ts'
import { writeTree } from './writeTree.ts'

/**
 * Writes the structure tree under `root`, and the parent tree that leads back to it from each page's content and
 * each annotation (ISO 32000-1, 14.7.4). Keys below the number of pages are the pages'. A long pack has a hundred
 * thousand elements, so they are written as text at once, not as dictionaries.
 */
export function writeStructure(
  document: PdfDocument,
  root: StructureElement,
  pages: PDFReference[],
  drawn: Drawn,
): void {
  const { packed } = document
  const tree = document.getStructTreeRoot()
  const written = new Map<StructureElement, number>()
  const named: [id: string, element: Written][] = []
  tree.data.K = [new Written(reference(write(root, tree.id)))]
  if (named.length > 0) tree.data.IDTree = writeTree(document, 'Names', named.sort(byName))
  tree.data.ParentTree = writeTree(document, 'Nums', [
    ...drawn.contents.map((elements, page): [number, unknown] => [
      page,
      new Written(`[${elements.map(refOf).join(' ')}]`),
    ]),
    ...drawn.annotations.map((element, i): [number, unknown] => [
      pages.length + i,
      new Written(refOf(element)),
    ]),
  ])
  tree.data.ParentTreeNextKey = pages.length + drawn.annotations.length

  function refOf(element: StructureElement): string {
    return reference(written.get(element)!)
  }

  /** Gives the number of the element's object. */
  function write(element: StructureElement, parent: number): number {
    const number = packed.reserve()
    written.set(element, number)
    const page = ownPage(element)
    let text = `<</S/${element.tag}/P ${reference(parent)}`
    if (page !== undefined) text += `/Pg ${reference(pages[page]!.id)}`
    if (element.attributes) text += `/A${serialised(element.attributes)}`
    if (element.id !== undefined) {
      text += `/ID${serialised(pdfString(element.id))}`
      named.push([element.id, new Written(reference(number))])
    }
    const { kids } = element
    if (kids.length === 1) text += `/K ${kidText(kids[0]!, page, number)}`
    else if (kids.length > 1) text += `/K[${kids.map(kid => kidText(kid, page, number)).join(' ')}]`
    packed.put(number, `${text}>>`)
    return number
  }

  function kidText(kid: StructureKid, ownPage: number | undefined, parent: number): string {
    if (isElement(kid)) return reference(write(kid, parent))
    // The element's own page goes without saying.
    const page = kid.page === ownPage ? '' : `/Pg ${reference(pages[kid.page]!.id)}`
    if ('annotation' in kid) return `<</Type/OBJR${page}/Obj ${reference(kid.annotation.id)}>>`
    return page === '' ? String(kid.contentId) : `<</Type/MCR${page}/MCID ${kid.contentId}>>`
  }
}

/** Readers search names by their bytes. */
const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1)

/** The page of an element's first own content. */
function ownPage(element: StructureElement): number | undefined {
  for (const kid of element.kids) if (!isElement(kid)) return kid.page
}
