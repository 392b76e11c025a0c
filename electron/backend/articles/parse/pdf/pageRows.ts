import { rowsOf, type Segment } from './pageLines.ts'

/** A line of a column: one piece of text, or the cells of a table's row. */
export interface Row {
  cells: Segment[]
  text: string
  /** Its bullet or its number in a list, or null. */
  label: string | null
  x0: number
  x1: number
  y: number
  size: number
  font: string
}

/** A column's lines and its measures, in points. */
export interface Column {
  rows: Row[]
  left: number
  right: number
  /** From one base line to the next, in sizes of the letters. */
  pitch: number
}

const bullet = /^[•▪◦‣·●○■□➢–-](?=\s|$)/u
const numbered = /^(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)(?=\s|$)/

/** The lines of a part of a page. */
export function columnOf(segments: readonly Segment[]): Column {
  const rows = rowsOf(segments).map(rowOf)
  const plain = rows.filter(({ cells }) => cells.length === 1)
  const measured = plain.length > 0 ? plain : rows
  const right = measured.map(({ x1 }) => x1).sort((a, b) => a - b)[Math.floor(measured.length * 0.95)] ?? 0
  // Behind a line that fills its column the paragraph mostly goes on.
  const steps = rows.flatMap((row, i) => {
    const next = rows[i + 1]
    const step = next ? (next.y - row.y) / row.size : 0
    const goesOn = next && Math.abs(next.size - row.size) < 0.5 && row.x1 > right - row.size * 4
    return goesOn && step > 0.8 && step < 3 ? [step] : []
  })
  return {
    rows,
    left: commonest(measured.map(({ x0 }) => x0)),
    right,
    pitch: steps.sort((a, b) => a - b)[Math.floor((steps.length - 1) / 2)] ?? 1.25,
  }
}

function rowOf(segments: Segment[]): Row {
  const cells = joinLabel(segments)
  const first = cells[0]!
  const text = cells.map(cell => cell.text).join(' ')
  const main = cells.reduce((most, cell) => (cell.text.length > most.text.length ? cell : most))
  const label = cells.length > 1 ? null : (bullet.exec(text) ?? numbered.exec(text))?.[0]
  return {
    cells,
    text,
    label: label ?? null,
    x0: first.x0,
    x1: Math.max(...cells.map(({ x1 }) => x1)),
    y: first.y,
    size: main.size,
    font: main.font,
  }
}

/** A bullet or a number stands apart from the words that it is the label of. */
function joinLabel(cells: Segment[]): Segment[] {
  const [label, next, ...others] = cells
  if (!label || !next || !(bullet.exec(label.text) ?? numbered.exec(label.text))) return cells
  if ((bullet.exec(label.text) ?? numbered.exec(label.text))![0] !== label.text) return cells
  return [{ ...next, text: `${label.text} ${next.text}`, x0: label.x0 }, ...others]
}

export const isBullet = (label: string): boolean => bullet.test(label)

/** The value that most have, to a point. */
function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>()
  let best = values[0] ?? 0
  for (const value of values) {
    const key = Math.round(value)
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    if (count > (counts.get(Math.round(best)) ?? 0)) best = value
  }
  return best
}
