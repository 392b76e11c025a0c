/** How wide a column's content is: its widest line, and its widest word, which no break can narrow. */
export interface ColumnDemand {
  widest: number
  word: number
}

/**
 * Shares `width` points among columns. Each gets at least its widest word where that is possible, and the rest in
 * proportion to what its lines still ask for, so that short columns stay on one line and long ones wrap.
 */
export function columnWidths(demands: ColumnDemand[], width: number): number[] {
  const sum = (pick: (demand: ColumnDemand) => number) => demands.reduce((total, one) => total + pick(one), 0)
  const words = sum(({ word }) => word)
  const lines = sum(({ widest }) => widest)
  if (words >= width) return demands.map(({ word }) => (word / words) * width)
  if (lines <= width) {
    const spare = width - lines
    return demands.map(
      ({ widest }) => widest + (lines > 0 ? (widest / lines) * spare : spare / demands.length),
    )
  }
  const share = (width - words) / (lines - words)
  return demands.map(({ widest, word }) => word + (widest - word) * share)
}
