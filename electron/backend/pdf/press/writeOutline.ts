import { type PDFReference, type PdfDocument, pdfString } from './pdfkitInternals.ts'

/** A bookmark: a heading, its level in the hierarchy, and where it stands. */
export interface OutlineEntry {
  title: string
  level: number
  anchor: string
  /** What a fault in its words says of where they stand. */
  where?: string | undefined
}

interface Item {
  entry: OutlineEntry
  children: Item[]
}

/** Writes the outline (ISO 32000-1, 12.3.3): the highest entries shown, those below them folded. */
export function writeOutline(document: PdfDocument, entries: OutlineEntry[]): void {
  const items = nested(entries)
  if (items.length === 0) return
  const root = document.ref({ Type: 'Outlines' })
  Object.assign(root.data, writeChildren(items, root), { Count: items.length })
  root.end()
  document._root.data.Outlines = root
  document._root.data.PageMode = 'UseOutlines'

  function writeChildren(children: Item[], parent: PDFReference): Record<string, unknown> {
    const refs = children.map(({ entry }) =>
      document.ref({ Title: pdfString(entry.title), Parent: parent, Dest: pdfString(entry.anchor) }),
    )
    children.forEach((child, i) => {
      const ref = refs[i]!
      if (i > 0) ref.data.Prev = refs[i - 1]
      if (i < refs.length - 1) ref.data.Next = refs[i + 1]
      if (child.children.length > 0) {
        // A negative count: as many entries would appear on unfolding (table 153).
        Object.assign(ref.data, writeChildren(child.children, ref), { Count: -child.children.length })
      }
      ref.end()
    })
    return { First: refs[0], Last: refs.at(-1) }
  }
}

function nested(entries: OutlineEntry[]): Item[] {
  const top: Item[] = []
  const open: Item[] = []
  for (const entry of entries) {
    while (open.length > 0 && open.at(-1)!.entry.level >= entry.level) open.pop()
    const item: Item = { entry, children: [] }
    ;(open.at(-1)?.children ?? top).push(item)
    open.push(item)
  }
  return top
}
