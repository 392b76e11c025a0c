import type { PageElement, PageNode } from './pageDom.ts'

/** Cells longer than this, in characters, hold prose: the table only lays out a page. */
const longestCell = 600

/** A table of data, not of layout: two rows and two columns at least, no table within, and no prose in its cells. */
export function isDataTable(table: PageElement): boolean {
  const role = table.getAttribute('role')
  if (role === 'presentation' || role === 'none' || table.getAttribute('datatable') === '0') return false
  if (table.querySelector('table, h1, h2, form, article')) return false
  const rows = [...table.querySelectorAll('tr')]
  const widest = Math.max(0, ...rows.slice(0, 50).map(row => cellsOf(row).length))
  if (rows.length < 2 || widest < 2) return false
  return rows.every(row => cellsOf(row).every(cell => (cell.textContent ?? '').length <= longestCell))
}

/** The table as lines of cells: a tab between cells, a line feed between rows, the caption first. */
export function tableText(table: PageElement, visibleText: (node: PageNode) => string): string {
  const line = (node: PageNode) => visibleText(node).replace(/\s+/g, ' ').trim()
  const lines: string[] = []
  const read = (parent: PageElement): void => {
    for (const child of [...parent.children]) {
      const tag = child.localName
      if (tag === 'tr') lines.push(cellsOf(child).map(line).join('\t').trimEnd())
      else if (tag === 'tbody' || tag === 'thead' || tag === 'tfoot') read(child)
      else lines.push(line(child))
    }
  }
  read(table)
  return lines.filter(text => text.trim()).join('\n')
}

function cellsOf(row: PageElement): PageElement[] {
  return [...row.children]
}
