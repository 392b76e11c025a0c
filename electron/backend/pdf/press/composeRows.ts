import type { Cell, Table } from '../typeset/block.ts'
import { type Column, composeText } from './composeText.ts'
import { cutRows } from './cutRows.ts'
import type { Rule, Strip } from './strip.ts'
import { hairlineInk, page, rowPadding, styles } from './style.ts'
import { cellRuns, type Grid } from './tableGrid.ts'
import { element, type StructureElement } from './tree.ts'

/** A row taller than this is cut between its lines; any other is kept whole. */
const TALLEST_ROW = page.height / 2
/** Rows that share a cell stand or fall together, unless they are taller than this. */
const TALLEST_GROUP = page.height * 0.7

/** Sets a row, or rows that share a cell: one strip, or one for each line where they would fill a page. */
export function composeRows(
  group: Cell[][],
  table: Table,
  grid: Grid,
  column: Column,
  parent: StructureElement,
): Strip[] {
  const cells = group.flatMap((row, r) => {
    const tr = element('TR', parent)
    return row.map(cell => ({ r, cell, strips: composeCell(cell, table, grid, column, tr) }))
  })
  const heights = rowHeights(group.length, cells)
  const tops = heights.map((_, r) =>
    heights.slice(0, r).reduce((sum, height) => sum + height + 2 * rowPadding, 0),
  )
  const height = tops.at(-1)! + heights.at(-1)! + 2 * rowPadding
  const hairlines = (r: number, y: number): Rule[] =>
    r === 0
      ? [{ x: column.x, y, width: column.width, height: 0.4, colour: hairlineInk }]
      : cellHairlines(group[r]!, y, grid)
  if (height > (group.length === 1 ? TALLEST_ROW : TALLEST_GROUP)) {
    return cutRows(cells, r => ({ hairlines: hairlines(r, -rowPadding), whole: heights[r]! <= TALLEST_ROW }))
  }
  const strip: Strip = {
    height,
    before: 0,
    keepWithNext: false,
    lines: [],
    rules: tops.flatMap((y, r) => hairlines(r, y)),
  }
  for (const { r, strips } of cells) stack(strip, strips, tops[r]! + rowPadding)
  const notes = cells.flatMap(({ strips }) => strips.flatMap(({ notes }) => notes ?? []))
  if (notes.length > 0) strip.notes = notes
  return [strip]
}

/** A cell that reaches over several rows makes the last of them as tall as it needs. */
function rowHeights(rows: number, cells: { r: number; cell: Cell; strips: Strip[] }[]): number[] {
  const heights = Array.from({ length: rows }, () => styles.tableCell.leading)
  for (const { r, cell, strips } of cells)
    if (cell.rows === 1) heights[r] = Math.max(heights[r]!, stackHeight(strips))
  for (const { r, cell, strips } of cells) {
    const last = Math.min(r + cell.rows, rows) - 1
    const above = heights.slice(r, last).reduce((sum, height) => sum + height + 2 * rowPadding, 0)
    heights[last] = Math.max(heights[last]!, stackHeight(strips) - above)
  }
  return heights
}

/** Inside a group of rows a hairline leaves out the cells that reach over it. */
const cellHairlines = (row: Cell[], y: number, { edges, gutter }: Grid): Rule[] =>
  row.map(({ column, columns }) => {
    const last = column + columns === edges.length - 1
    const width = edges[column + columns]! - edges[column]! - (last ? gutter : 0)
    return { x: edges[column]!, y, width, height: 0.4, colour: hairlineInk }
  })

function composeCell(cell: Cell, table: Table, grid: Grid, column: Column, row: StructureElement): Strip[] {
  const structure = element(cell.heading ? 'TH' : 'TD', row, cellAttributes(cell, table))
  const x = grid.edges[cell.column]!
  const width = grid.edges[cell.column + cell.columns]! - grid.gutter - x
  const align = grid.numeric[cell.column] && cell.columns === 1 ? 'right' : 'left'
  return cell.blocks.flatMap(block => {
    const within = { ...column, x, width, parent: structure, where: block.where ?? column.where }
    return composeText(cellRuns(block, cell), styles.tableCell, within, element('P', structure), { align })
  })
}

function cellAttributes(cell: Cell, table: Table): Record<string, unknown> | undefined {
  const inHeader = cell.heading && table.rows.slice(0, table.headerRows).some(row => row.includes(cell))
  const attributes = {
    ...(cell.heading ? { Scope: inHeader ? 'Column' : 'Row' } : {}),
    ...(cell.columns > 1 ? { ColSpan: cell.columns } : {}),
    ...(cell.rows > 1 ? { RowSpan: cell.rows } : {}),
  }
  return Object.keys(attributes).length > 0 ? { O: 'Table', ...attributes } : undefined
}

const stackHeight = (strips: Strip[]): number =>
  strips.reduce((sum, { height, before }, i) => sum + height + (i === 0 ? 0 : before), 0)

/** Puts a cell's strips into the row's, from `top` down. */
function stack(row: Strip, strips: Strip[], top: number): void {
  let y = top
  strips.forEach(({ lines, height, before }, i) => {
    if (i > 0) y += before
    for (const line of lines) row.lines.push({ ...line, top: line.top + y, baseline: line.baseline + y })
    y += height
  })
}
