import type { PageElement, PageNode } from './pageDom.ts'

/** Cells longer than this, in characters, hold prose: the table only lays out a page. */
const longestCell = 600

/** How a page's text is read: what a reader sees of a node, and whether an element is seen at all. */
export interface Reading {
  visibleText(node: PageNode): string
  isUnseen(element: PageElement): boolean
}

/** A table of data, not of layout: two rows and two columns at least, no table within, no prose, nothing out of place. */
export function isDataTable(table: PageElement, reading: Reading): boolean {
  const role = table.getAttribute('role')
  if (role === 'presentation' || role === 'none' || table.getAttribute('datatable') === '0') return false
  if (table.querySelector('table, h1, h2, form, article')) return false
  const rows = rowsOf(table, reading)
  if (!rows || rows.length < 2 || !rows.some(cells => cells.length > 1)) return false
  return rows.every(cells => cells.every(cell => (cell.textContent ?? '').length <= longestCell))
}

/** The table as lines of cells: a tab between cells, a line feed between rows, the caption first. */
export function tableText(table: PageElement, reading: Reading): string {
  const line = (cell: PageElement) => reading.visibleText(cell).replace(/\s+/g, ' ').trim()
  const rows = rowsOf(table, reading) ?? []
  return rows
    .map(cells => cells.map(line).join('\t').trimEnd())
    .filter(text => text.trim())
    .join('\n')
}

/** The cells of each row that is seen, in reading order; a caption is a row of one. Null if words stand outside them. */
function rowsOf(table: PageElement, reading: Reading): PageElement[][] | null {
  const rows: PageElement[][] = []
  const read = (parent: PageElement): boolean => {
    for (const node of parent.childNodes) {
      if (node.nodeType !== 1) {
        if (reading.visibleText(node).trim()) return false
        continue
      }
      const element = node as PageElement
      const tag = element.localName
      if (reading.isUnseen(element)) continue
      if (tag === 'tr') {
        const cells = cellsOf(element, reading)
        if (!cells) return false
        rows.push(cells)
      } else if (tag === 'tbody' || tag === 'thead' || tag === 'tfoot') {
        if (!read(element)) return false
      } else if (tag === 'caption') rows.push([element])
      else if (reading.visibleText(element).trim()) return false
    }
    return true
  }
  return read(table) ? rows : null
}

function cellsOf(row: PageElement, reading: Reading): PageElement[] | null {
  const cells: PageElement[] = []
  for (const node of row.childNodes) {
    const isCell = node.nodeType === 1 && /^t[dh]$/.test((node as PageElement).localName)
    if (isCell) cells.push(node as PageElement)
    else if (reading.visibleText(node).trim()) return null
  }
  return cells
}
