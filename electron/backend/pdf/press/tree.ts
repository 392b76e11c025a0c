import type { PDFReference } from './pdfkitInternals.ts'

/** An element of the structure tree (ISO 32000-1, 14.7): what a screen reader walks along. */
export interface StructureElement {
  tag: string
  kids: StructureKid[]
  /** Attribute dictionaries, such as a table heading's scope. */
  attributes?: Record<string, unknown>
  /** Unlike that of any other element. A footnote must have one (PDF/UA-1, 7.9). */
  id?: string
}

/** Another element, marked content on a page, or an annotation on a page. Pages are counted from 0. */
export type StructureKid =
  | StructureElement
  | { page: number; contentId: number }
  | { page: number; annotation: PDFReference }

export function element(
  tag: string,
  parent: StructureElement | null,
  attributes?: Record<string, unknown>,
): StructureElement {
  const made: StructureElement = { tag, kids: [], ...(attributes ? { attributes } : {}) }
  parent?.kids.push(made)
  return made
}

export const isElement = (kid: StructureKid): kid is StructureElement => 'tag' in kid
