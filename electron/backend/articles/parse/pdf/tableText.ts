import type { DraftBlock } from '../draftBlock.ts'
import type { JoinLines } from './joinWords.ts'
import type { Segment } from './pageLines.ts'
import type { Row } from './pageRows.ts'

/** Cells longer than this, in characters, hold prose: the table only lays out a page. */
const longestCell = 600

/** A table as a block, or its cells as paragraphs when it only lays out a page; null when it is no table after all. */
export function tableText(rows: readonly Row[], join: JoinLines): DraftBlock[] | null {
  const cells = taggedRows(rows, join) ?? rows.map(row => row.cells.map(({ text }) => text))
  if (cells.flat().some(({ length }) => length > longestCell))
    return cells.flat().map(text => ({ kind: 'paragraph', text }))
  if (cells.length < 2 || !cells.some(({ length }) => length > 1)) return null
  return [{ kind: 'table', text: cells.map(row => row.join('\t').trimEnd()).join('\n') }]
}

/** By the rows and cells that a tagged PDF names; null when it does not name them all. */
function taggedRows(rows: readonly Row[], join: JoinLines): string[][] | null {
  const pieces = rows.flatMap(row => row.cells)
  if (!pieces.every(({ tag }) => tag?.row != null)) return null
  const found = new Map<number, Map<number, string[]>>()
  for (const { text, tag } of pieces as (Segment & { tag: { row: number; block: number } })[]) {
    const row = found.get(tag.row) ?? new Map<number, string[]>()
    found.set(tag.row, row)
    const lines = row.get(tag.block) ?? []
    row.set(tag.block, lines)
    lines.push(text)
  }
  return [...found.values()].map(row =>
    [...row.entries()].sort(([a], [b]) => a - b).map(([, lines]) => join(lines)),
  )
}
