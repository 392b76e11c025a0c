import { type PDFReference, type PdfDocument, pdfString } from './pdfkitInternals.ts'

/** So many entries make a leaf, so that a reader need not read all of a long tree for one of them. */
const LEAF = 256

/** Writes a name tree or a number tree (ISO 32000-1, 7.9.6 and 7.9.7) of entries sorted by key: names by their bytes. */
export function writeTree(
  document: PdfDocument,
  kind: 'Names' | 'Nums',
  entries: readonly [key: string | number, value: unknown][],
): PDFReference {
  const root = document.ref({})
  const key = (key: string | number): unknown => (typeof key === 'string' ? pdfString(key) : key)
  const flat = (some: typeof entries): unknown[] => some.flatMap(([name, value]) => [key(name), value])
  if (entries.length <= LEAF) root.data[kind] = flat(entries)
  else {
    const kids: PDFReference[] = []
    for (let start = 0; start < entries.length; start += LEAF) {
      const some = entries.slice(start, start + LEAF)
      const leaf = document.ref({ Limits: [key(some[0]![0]), key(some.at(-1)![0])], [kind]: flat(some) })
      leaf.end()
      kids.push(leaf)
    }
    root.data.Kids = kids
  }
  root.end()
  return root
}
