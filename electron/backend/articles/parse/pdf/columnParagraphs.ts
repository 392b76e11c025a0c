import type { Column, Row } from './pageRows.ts'

/** Rows that belong together: a paragraph, or the rows of a table. */
export interface Paragraph {
  rows: Row[]
  isTable: boolean
  /** The last line reaches the column's right edge, so that the next column may go on with it. */
  full: boolean
}

/** Puts a column's lines into paragraphs, by their gaps, indents, sizes and ends; and rows of cells into tables. */
export function columnParagraphs(column: Column): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let open: Paragraph | null = null
  column.rows.forEach((row, i) => {
    const inTable = belongsToTable(column.rows, i, open)
    if (open && open.isTable === inTable && (inTable || !breaks(open, row, column))) open.rows.push(row)
    else {
      open = { rows: [row], isTable: inTable, full: false }
      paragraphs.push(open)
    }
  })
  for (const paragraph of paragraphs)
    paragraph.full = paragraph.rows.at(-1)!.x1 > column.right - paragraph.rows.at(-1)!.size * 3
  return paragraphs
}

/** Elements of a tagged PDF that are never a piece of one that was cut. */
const standAlone = /^(?:LI|H\d?|Title|Caption|BlockQuote|Note|TOCI)$/

const endsStop = (text: string): boolean => /[.!?:;…]["”’')\]]*(?:\[\d{1,3}\])?$/.test(text)
const startsSmall = (text: string): boolean => /^\p{Ll}/u.test(text)

/** Two rows of cells one below the other make a table; so do cells that a tagged PDF calls so. */
function belongsToTable(rows: readonly Row[], at: number, open: Paragraph | null): boolean {
  const row = rows[at]!
  if (row.cells.some(({ tag }) => tag?.table != null)) return true
  if (row.cells.length < 2) return false
  const next = rows[at + 1]
  const follows = open?.isTable === true && row.y - open.rows.at(-1)!.y < row.size * 4
  return follows || (next !== undefined && next.cells.length >= 2 && next.y - row.y < row.size * 4)
}

/** Whether a line begins a new paragraph. */
function breaks({ rows }: Paragraph, next: Row, { left, right, pitch }: Column): boolean {
  const first = rows[0]!
  const last = rows.at(-1)!
  const [own, other] = [last.cells.at(-1)!.tag, next.cells[0]!.tag]
  if (own && other && own.block === other.block) return false
  const size = Math.max(last.size, next.size)
  if (Math.abs(last.size - next.size) > size * 0.08) return true
  const gap = next.y - last.y
  if (gap < 0 || gap > pitch * size * 1.28 + 0.5) return true
  if (own && other && (standAlone.test(other.role) || !startsSmall(next.text) || endsStop(last.text)))
    return true
  if (next.label) return true
  if (first.label) return next.x0 <= first.x0 + 1 && endsStop(last.text)
  const wasBroken = roomFor(next, right - last.x1)
  if (last.font !== next.font && wasBroken && rows.every(({ font }) => font === last.font)) return true
  const indent = next.x0 - left
  if (indent > size * 0.7 && indent < size * 5 && last.x0 - left < size * 0.3) return true
  if (rows.length > 1 && next.x0 < last.x0 - size * 0.7) return true
  return wasBroken && (endsStop(last.text) || !startsSmall(next.text))
}

/** Whether a line's first word would have stood in the room left at the end of the line before. */
function roomFor({ text, x0, x1, size }: Row, room: number): boolean {
  const [word = ''] = text.split(' ', 1)
  return ((x1 - x0) * (word.length + 1)) / Math.max(text.length, 1) < room - size
}
