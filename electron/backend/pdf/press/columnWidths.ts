/** How wide a column's content is: its widest line, and its widest word, which no break can narrow. */
export interface ColumnDemand {
  widest: number
  word: number
}

/**
 * Shares `width` points among columns. Columns that ask for less than an even share get what they ask for, so that
 * short entries stay on one line; the others share what is left evenly. None gets less than its widest word where
 * that is possible, and spare room goes to all in proportion.
 */
export function columnWidths(demands: ColumnDemand[], width: number): number[] {
  const words = demands.reduce((sum, { word }) => sum + word, 0)
  if (words >= width) return demands.map(({ word }) => (word / words) * width)
  const shares = demands.map(() => 0)
  const narrowestFirst = demands.map((_, i) => i).sort((a, b) => demands[a]!.widest - demands[b]!.widest)
  let left = width
  let wordsLeft = words
  narrowestFirst.forEach((i, done) => {
    const { widest, word } = demands[i]!
    wordsLeft -= word
    const even = left / (demands.length - done)
    shares[i] = Math.max(word, Math.min(widest, even, left - wordsLeft))
    left -= shares[i]
  })
  const used = width - left
  return shares.map(share => share + (used > 0 ? (share / used) * left : left / shares.length))
}
