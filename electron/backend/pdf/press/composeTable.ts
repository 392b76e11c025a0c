import type { Block, Cell, Run, Table } from '../typeset/block.ts'
import { measure } from './breakLines.ts'
import { columnWidths } from './columnWidths.ts'
import { type Column, composeText } from './composeText.ts'
import type { Rule, Strip } from './strip.ts'
import { hairlineInk, page, ruleInk, styles } from './style.ts'
import { element, type StructureElement } from './tree.ts'

const GUTTER = 14
const ROW_PADDING = 4.5
/** A row taller than this is cut between its lines; any other is kept whole. */
const TALLEST_ROW = page.height / 2

/** Sets a table: hairlines between rows, a rule under the header, which is repeated on each page. */
export function composeTable(table: Table, column: Column): Strip[] {
  const structure = element('Table', column.parent)
  const grid = gridOf(table, column)
  const rows = (from: number, to: number, parent: StructureElement): Strip[] =>
    rowGroups(table.rows, from, to).flatMap(group => composeGroup(group, table, grid, column, parent))
  const head = table.headerRows === 0 ? [] : rows(0, table.headerRows, element('THead', structure))
  const body = rows(table.headerRows, table.rows.length, element('TBody', structure))
  const line = (y: number, height: number, colour: Rule['colour']): Rule => ({
    x: column.x,
    y,
    width: column.width,
    height,
    colour,
  })
  for (const strip of head) strip.keepWithNext = true
  head.at(-1)?.rules.push(line(head.at(-1)!.height - 1, 1, ruleInk))
  for (const strip of body) if (head.length > 0) strip.header = head
  const strips = [...head, ...body]
  if (strips[0]) strips[0].before = styles.body.before
  strips.at(-1)?.rules.push(line(strips.at(-1)!.height, 0.75, ruleInk))
  strips.at(-1)!.height += 6
  return strips
}

interface Grid {
  /** From the page's left edge, one more than there are columns. */
  edges: number[]
  numeric: boolean[]
}

function gridOf(table: Table, { x, width, setWord, where }: Column): Grid {
  const demands = Array.from({ length: table.columns }, () => ({ widest: 0, word: 0 }))
  const numeric = demands.map(() => true)
  const filled = demands.map(() => false)
  table.rows.forEach((row, r) => {
    for (const cell of row) {
      if (cell.columns > 1) continue
      const demand = demands[cell.column]!
      for (const block of cell.blocks) {
        const { widest, word } = measure(cellRuns(block, cell), styles.tableCell, setWord, where)
        demand.widest = Math.max(demand.widest, widest)
        demand.word = Math.max(demand.word, word)
        if (r < table.headerRows) continue
        filled[cell.column] = true
        if (!isNumeric(cellRuns(block, cell))) numeric[cell.column] = false
      }
    }
  })
  const share = width - GUTTER * (table.columns - 1)
  const edges = [x]
  for (const column of columnWidths(demands, share)) edges.push(edges.at(-1)! + column + GUTTER)
  return { edges, numeric: numeric.map((all, i) => all && filled[i]!) }
}

/** Figures that a reader compares are set flush right: "£1,234", "12.5%", "−3", "20 million". */
function isNumeric(runs: Run[]): boolean {
  const text = runs
    .filter(({ raised }) => !raised)
    .map(run => run.text)
    .join('')
    .trim()
  return /^[-−+]?[£€$]?\d[\d,.]*(%| (million|billion))?$/.test(text)
}

function cellRuns(block: Block, cell: Cell): Run[] {
  if (!('runs' in block)) return []
  return cell.heading ? block.runs.map(run => ({ ...run, bold: true })) : block.runs
}

/** Rows that share a cell stand or fall together. */
function rowGroups(rows: Cell[][], from: number, to: number): Cell[][][] {
  const groups: Cell[][][] = []
  let until = from
  for (let r = from; r < to; r++) {
    if (r >= until) groups.push([])
    groups.at(-1)!.push(rows[r]!)
    until = Math.max(until, r + 1, ...rows[r]!.map(cell => r + cell.rows))
  }
  return groups
}

function composeGroup(
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
  const heights = group.map(() => styles.tableCell.leading)
  for (const { r, cell, strips } of cells)
    if (cell.rows === 1) heights[r] = Math.max(heights[r]!, stackHeight(strips))
  for (const { r, cell, strips } of cells) {
    const last = Math.min(r + cell.rows, heights.length) - 1
    const above = heights.slice(r, last).reduce((sum, height) => sum + height + 2 * ROW_PADDING, 0)
    heights[last] = Math.max(heights[last]!, stackHeight(strips) - above)
  }
  const hairline = (y: number): Rule => ({
    x: column.x,
    y,
    width: column.width,
    height: 0.4,
    colour: hairlineInk,
  })
  if (group.length === 1 && heights[0]! > TALLEST_ROW) {
    const strips = sideBySide(cells.map(({ strips }) => strips))
    strips[0]!.rules.push(hairline(-ROW_PADDING))
    strips[0]!.before = 2 * ROW_PADDING
    strips.at(-1)!.height += ROW_PADDING
    return strips
  }
  const tops = heights.map((_, r) =>
    heights.slice(0, r).reduce((sum, height) => sum + height + 2 * ROW_PADDING, 0),
  )
  const strip: Strip = {
    height: tops.at(-1)! + heights.at(-1)! + 2 * ROW_PADDING,
    before: 0,
    keepWithNext: false,
    lines: [],
    rules: tops.flatMap((y, r) => (r === 0 ? hairline(y) : cellHairlines(group[r]!, y, grid))),
  }
  for (const { r, strips } of cells) stack(strip, strips, tops[r]! + ROW_PADDING)
  return [strip]
}

/** Inside a group of rows a hairline leaves out the cells that reach over it. */
const cellHairlines = (row: Cell[], y: number, { edges }: Grid): Rule[] =>
  row.map(({ column, columns }) => {
    const last = column + columns === edges.length - 1
    const width = edges[column + columns]! - edges[column]! - (last ? GUTTER : 0)
    return { x: edges[column]!, y, width, height: 0.4, colour: hairlineInk }
  })

function composeCell(cell: Cell, table: Table, grid: Grid, column: Column, row: StructureElement): Strip[] {
  const structure = element(cell.heading ? 'TH' : 'TD', row, cellAttributes(cell, table))
  const x = grid.edges[cell.column]!
  const width = grid.edges[cell.column + cell.columns]! - GUTTER - x
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

/** A row cut between its lines: the n-th lines of all cells make the n-th strip. */
function sideBySide(cells: Strip[][]): Strip[] {
  const count = Math.max(...cells.map(({ length }) => length))
  return Array.from({ length: count }, (_, n) => {
    const strips = cells.flatMap(cell => cell[n] ?? [])
    return {
      height: Math.max(...strips.map(({ height }) => height)),
      before: n === 0 ? 0 : Math.max(...strips.map(({ before }) => before)),
      keepWithNext: n === 0 || n === count - 2,
      lines: strips.flatMap(({ lines }) => lines),
      rules: [],
    }
  })
}
