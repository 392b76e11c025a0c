import type { Block, Cell, Run, Table } from '../typeset/block.ts'
import { measure } from './breakLines.ts'
import { columnWidths } from './columnWidths.ts'
import type { Column } from './composeText.ts'
import { styles } from './style.ts'

/** Between two columns, in points. */
export const GUTTER = 14

/** Where the columns of a table stand, and which of them hold figures alone, which are set flush right. */
export interface Grid {
  /** From the page's left edge, one more than there are columns. */
  edges: number[]
  numeric: boolean[]
}

/** Shares the width of the column out by what the cells hold. */
export function gridOf(table: Table, { x, width, setWord, where }: Column): Grid {
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
