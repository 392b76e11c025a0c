import type { Footnote, Run } from '../typeset/block.ts'
import { composeNote, labelRuns } from './composeNote.ts'
import type { SetWord } from './faces.ts'
import { type Setting, setLines } from './setLines.ts'
import type { Strip } from './strip.ts'
import type { TextStyle } from './style.ts'
import type { StructureElement } from './tree.ts'

/** Where a block is composed: its column, its place in the structure, and its name in a fault. */
export interface Column {
  x: number
  width: number
  parent: StructureElement
  where: string
  setWord: SetWord
}

/**
 * Sets runs as lines, one strip each, and their footnotes, which wait at the strips that hold their labels. The notes'
 * elements follow in `column.parent`, so `element` has to be its newest child.
 */
export function composeText(
  runs: Run[],
  style: TextStyle,
  column: Column,
  element: StructureElement,
  setting: Setting = {},
): Strip[] {
  const notes = runs.flatMap(({ note }) => note ?? [])
  if (notes.length === 0) return setLines(runs, style, column, element, setting)
  const strips = setLines(runs.flatMap(labelRuns), style, column, element, setting)
  const waiting = new Map(notes.map(note => [note.back, note]))
  for (const strip of strips) {
    const here = strip.lines.flatMap(({ line }) => line.anchors.flatMap(name => waiting.get(name) ?? []))
    if (here.length > 0) strip.notes = here.map((note: Footnote) => composeNote(note, column))
  }
  return strips
}
