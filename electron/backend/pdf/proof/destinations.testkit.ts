import type { PdfFile } from './pdfFile.testkit.ts'
import { isDict, isRef, isString, type PdfValue, wordsOf } from './pdfSyntax.testkit.ts'

/** A place in the file: the index of a page from 0, and points from its left edge and its foot. */
export interface Destination {
  page: number
  left: number
  top: number
}

/** The place that a link or bookmark leads to; null where there is none. */
export function destinationOf(pdf: PdfFile, value: PdfValue | undefined): Destination | null {
  const target = isString(value)
    ? (nameTree(pdf, pdf.get(pdf.catalog, 'Names', 'Dests')).get(wordsOf(value)) ?? null)
    : (value ?? null)
  const [pageRef, kind, left, top] = isDict(pdf.get(target)) ? pdf.list(target, 'D') : pdf.list(target)
  const page = pdf.pages.findIndex(({ ref }) => isRef(pageRef) && pageRef.ref === ref)
  if (page < 0 || kind !== '/XYZ' || typeof left !== 'number' || typeof top !== 'number') return null
  return { page, left, top }
}

/** The entries of a name tree (ISO 32000-1, 7.9.6), in the order of the file. */
export function nameTree(pdf: PdfFile, root: PdfValue): Map<string, PdfValue> {
  const known = trees.get(pdf)
  if (known) return known
  const entries = new Map<string, PdfValue>()
  const visit = (node: PdfValue): void => {
    const names = pdf.list(node, 'Names')
    for (let i = 0; i < names.length; i += 2) {
      const name = names[i]
      if (isString(name)) entries.set(wordsOf(name), names[i + 1]!)
    }
    for (const kid of pdf.list(node, 'Kids')) visit(kid)
  }
  visit(root)
  trees.set(pdf, entries)
  return entries
}

const trees = new WeakMap<PdfFile, Map<string, PdfValue>>()
