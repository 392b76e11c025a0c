import type { DocumentNode } from '../../../../shared/document/briefing.ts'
import type { Block, Cell, Table } from './block.ts'

/**
 * Lays a table's cells on a grid. Places that no cell covers get an empty cell, so that every row is whole, as
 * PDF/UA asks (7.2-41 to 7.2-43). `typesetCell` makes the blocks of one cell.
 */
export function typesetTable(table: DocumentNode, typesetCell: (cell: DocumentNode) => Block[]): Table {
  const nodes = table.content ?? []
  const taken: boolean[][] = nodes.map(() => [])
  const rows = nodes.map((row, r): Cell[] => {
    let column = 0
    return (row.content ?? []).map(node => {
      while (taken[r]![column]) column++
      const columns = span(node, 'colspan')
      const deep = Math.min(span(node, 'rowspan'), nodes.length - r)
      for (let y = r; y < r + deep; y++) for (let x = column; x < column + columns; x++) taken[y]![x] = true
      return { heading: node.type === 'tableHeader', column, columns, rows: deep, blocks: typesetCell(node) }
    })
  })
  const columns = Math.max(1, ...taken.map(row => row.length))
  for (const [r, row] of rows.entries()) fillGaps(row, taken[r]!, columns)
  const firstOther = rows.findIndex(row => row.some(cell => !cell.heading))
  return { kind: 'table', headerRows: headerRows(rows, firstOther), rows, columns }
}

/** Header rows must be followed by others, and no cell may reach out of them. */
function headerRows(rows: Cell[][], firstOther: number): number {
  if (firstOther < 1) return 0
  const reachesOut = rows.slice(0, firstOther).some((row, r) => row.some(cell => r + cell.rows > firstOther))
  return reachesOut ? 0 : firstOther
}

function fillGaps(row: Cell[], taken: boolean[], columns: number): void {
  for (let column = 0; column < columns; column++) {
    if (!taken[column]) row.push({ heading: false, column, columns: 1, rows: 1, blocks: [] })
  }
  row.sort((a, b) => a.column - b.column)
}

function span(cell: DocumentNode, name: 'colspan' | 'rowspan'): number {
  const value = cell.attrs?.[name]
  return typeof value === 'number' && value > 1 ? Math.floor(value) : 1
}
