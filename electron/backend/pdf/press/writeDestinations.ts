import type { Drawn } from './drawPage.ts'
import type { PdfDocument } from './pdfkitInternals.ts'
import { writeTree } from './writeTree.ts'

/** Writes the places that links lead to, by name (ISO 32000-1, 12.3.2.3). Readers search the names by their bytes. */
export function writeDestinations(document: PdfDocument, { destinations }: Drawn): void {
  const sorted = [...destinations].sort(([a], [b]) => (a < b ? -1 : 1))
  document._root.data.Names.data.Dests = writeTree(
    document,
    'Names',
    sorted.map(([name, { page, left, top }]) => [name, [page, 'XYZ', left, top, null]]),
  )
}
