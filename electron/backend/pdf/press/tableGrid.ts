import type { Block, Cell, Run, Table } from '../typeset/block.ts'
import { measure } from './breakLines.ts'
import { type ColumnDemand, columnWidths } from './columnWidths.ts'
import type { Column } from './composeText.ts'
import { styles } from './style.ts'

/** Between two columns, in points, where there is room for it. */
const GUTTER = 14

/** Where the columns of a table stand, and which of them hold figures alone, which are set flush right. */
export interface Grid {
  /** From the page's left edge, one more than there are columns. */
  edges: number[]
  /** Between two columns, in points: it ends at the edge. */
  gutter: number
  numeric: boolean[]
}

/** Shares the width of the column out by what the cells hold. */
export function gridOf(table: Table, column: Column): Grid {
  const { x, width } = column
  const gutter = Math.min(GUTTER, width / table.columns / 2)
  const edges = [x]
  for (const share of columnWidths(demandsOf(table, gutter, column), width - gutter * (table.columns - 1)))
    edges.push(edges.at(-1)! + share + gutter)
  return { edges, gutter, numeric: numericColumns(table) }
}

/** What each column asks for: its own cells first, then, from the narrowest, what cells over several columns lack. */
function demandsOf(table: Table, gutter: number, { setWord, where }: Column): ColumnDemand[] {
  const demands = Array.from({ length: table.columns }, () => ({ widest: 0, word: 0 }))
  const narrowestFirst = table.rows.flat().sort((a, b) => a.columns - b.columns)
  for (const cell of narrowestFirst) {
    const over = demands.slice(cell.column, cell.column + cell.columns)
    const between = gutter * (over.length - 1)
    for (const block of cell.blocks) {
      const { widest, word } = measure(cellRuns(block, cell), styles.tableCell, setWord, where)
      raise(over, 'word', word - between)
      raise(over, 'widest', widest - between)
    }
  }
  return demands
}

/** What the columns lack for a cell over all of them is added to each alike. */
function raise(over: ColumnDemand[], what: keyof ColumnDemand, asked: number): void {
  const lacking = asked - over.reduce((sum, demand) => sum + demand[what], 0)
  if (lacking <= 0) return
  for (const demand of over) demand[what] += lacking / over.length
}

/** Columns with figures below their headings and nothing else. */
function numericColumns(table: Table): boolean[] {
  const numeric = Array.from({ length: table.columns }, () => true)
  const filled = numeric.map(() => false)
  for (const cell of table.rows.slice(table.headerRows).flat()) {
    if (cell.columns > 1) continue
    for (const block of cell.blocks) {
      filled[cell.column] = true
      if (!isNumeric(cellRuns(block, cell))) numeric[cell.column] = false
    }
  }
  return numeric.map((all, i) => all && filled[i]!)
}

/**
 * Figures that a reader compares are set flush right: "£1,234", "12.5%", "−3", "20 million". A number that is a link is
 * the name of something.
 */
function isNumeric(runs: Run[]): boolean {
  if (runs.some(({ link, raised }) => link && !raised)) return false
  const text = runs
    .filter(({ raised }) => !raised)
    .map(run => run.text)
    .join('')
    .trim()
  return /^[-−+]?[£€$]?\d[\d,.]*(%| (million|billion))?$/.test(text)
}

/** The words of a cell: headings are bold. */
export function cellRuns(block: Block, cell: Cell): Run[] {
  if (!('runs' in block)) return []
  return cell.heading ? block.runs.map(run => ({ ...run, bold: true })) : block.runs
}
