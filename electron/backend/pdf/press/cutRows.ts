import type { Cell } from '../typeset/block.ts'
import type { Rule, Strip } from './strip.ts'
import { rowPadding, styles } from './style.ts'

/**
 * Rows cut between their lines: the n-th lines of all cells that stand side by side make one strip. `row` gives the
 * hairlines above a row, and whether it has to be kept whole.
 */
export function cutRows(
  cells: { r: number; cell: Cell; strips: Strip[] }[],
  row: (r: number) => { hairlines: Rule[]; whole: boolean },
): Strip[] {
  const starts = rowStarts(cells)
  const strips = starts.slice(0, -1).flatMap((start, r) => {
    const end = starts[r + 1]!
    const { hairlines, whole } = row(r)
    // The row before the first has its own white space below.
    const above = r === 0 ? rowPadding : 2 * rowPadding
    return Array.from({ length: end - start }, (_, i): Strip => {
      const across = cells.flatMap(({ r, strips }) => strips[start + i - starts[r]!] ?? [])
      const notes = across.flatMap(({ notes }) => notes ?? [])
      return {
        height: Math.max(styles.tableCell.leading, ...across.map(({ height }) => height)),
        before: i === 0 ? above : Math.max(0, ...across.map(({ before }) => before)),
        keepWithNext: start + i + 1 < end && (whole || i === 0 || start + i + 2 === end),
        lines: across.flatMap(({ lines }) => lines),
        rules: i === 0 ? hairlines : [],
        underHeader: i === 0 ? above : rowPadding,
        ...(notes.length > 0 ? { notes } : {}),
      }
    })
  })
  strips.at(-1)!.height += rowPadding
  return strips
}

/** The number of the line that each row begins with, and after them the number of lines. */
function rowStarts(cells: { r: number; cell: Cell; strips: Strip[] }[]): number[] {
  const rows = Math.max(...cells.map(({ r }) => r)) + 1
  const starts = [0]
  for (let r = 0; r < rows; r++) {
    const ends = cells
      .filter(({ r: first, cell }) => first <= r && Math.min(first + cell.rows, rows) === r + 1)
      .map(({ r: first, strips }) => starts[first]! + strips.length)
    starts.push(Math.max(starts[r]! + 1, ...ends))
  }
  return starts
}
