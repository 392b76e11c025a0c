import type { PageElement } from './dom/pageElement.ts'
import { isUnseen, visibleText } from './visibleText.ts'

/** Cells longer than this, in characters, hold prose: the table only lays out a page. */
const longestCell = 600

/** A table of data, not of layout: two rows and two columns at least, no table within, no prose, nothing out of place. */
export function isDataTable(table: PageElement): boolean {
  const role = table.getAttribute('role')
  if (role === 'presentation' || role === 'none' || table.getAttribute('datatable') === '0') return false
  if (table.querySelectorAll('table, h1, h2, form, article').length > 0) return false
  const rows = rowsOf(table)
  if (!rows || rows.length < 2 || !rows.some(cells => cells.length > 1)) return false
  return rows.every(cells => cells.every(cell => cell.textContent.length <= longestCell))
}

/** The table as lines of cells: a tab between cells, a line feed between rows, the caption first. */
export function tableText(table: PageElement): string {
  const line = (cell: PageElement) => visibleText(cell).replace(/\s+/g, ' ').trim()
  const rows = rowsOf(table) ?? []
  return rows
    .map(cells => cells.map(line).join('\t').trimEnd())
    .filter(text => text.trim())
    .join('\n')
}

/** The cells of each row that is seen, in reading order; a caption is a row of one. Null if words stand outside them. */
function rowsOf(table: PageElement): PageElement[][] | null {
  const rows: PageElement[][] = []
  const read = (parent: PageElement): boolean => {
    for (const node of parent.childNodes) {
      if (node.nodeType !== 1) {
        if (visibleText(node).trim()) return false
        continue
      }
      const element = node as PageElement
      const tag = element.localName
      if (isUnseen(element)) continue
      if (tag === 'tr') {
        const cells = cellsOf(element)
        if (!cells) return false
        rows.push(cells)
      } else if (tag === 'tbody' || tag === 'thead' || tag === 'tfoot') {
        if (!read(element)) return false
      } else if (tag === 'caption') rows.push([element])
      else if (visibleText(element).trim()) return false
    }
    return true
  }
  return read(table) ? rows : null
}

function cellsOf(row: PageElement): PageElement[] | null {
  const cells: PageElement[] = []
  for (const node of row.childNodes) {
    const isCell = node.nodeType === 1 && /^t[dh]$/.test((node as PageElement).localName)
    if (isCell) cells.push(node as PageElement)
    else if (visibleText(node).trim()) return null
  }
  return cells
}
