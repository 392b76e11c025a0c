import type { Run } from '../typeset/block.ts'
import { breakLines } from './breakLines.ts'
import type { Column } from './composeText.ts'
import type { Strip } from './strip.ts'
import type { TextStyle } from './style.ts'
import type { StructureElement } from './tree.ts'

/** A hanging label: a paragraph's number, a note's, or a list's bullet, left of the first line. */
export interface Hanging {
  runs: Run[]
  x: number
  element: StructureElement
}

export interface Setting {
  label?: Hanging
  keepWithNext?: boolean
  align?: 'left' | 'centre' | 'right'
}

/** Sets runs as lines, one strip each; the first two and the last two lines of a paragraph stay together. */
export function setLines(
  runs: Run[],
  style: TextStyle,
  column: Column,
  element: StructureElement,
  { label, keepWithNext = false, align = 'left' }: Setting = {},
): Strip[] {
  const lines = breakLines(runs, style, column.width, column.setWord, column.where)
  const baseline = baselineOf(style)
  const strips = lines.map((line, i): Strip => {
    const slack = align === 'left' ? 0 : (column.width - line.width) / (align === 'centre' ? 2 : 1)
    const x = column.x + slack
    return {
      height: style.leading,
      before: i === 0 ? style.before : 0,
      keepWithNext: i === 0 || i >= lines.length - 2 ? i < lines.length - 1 || keepWithNext : false,
      lines: [{ line, x, top: 0, baseline, style, element }],
      rules: [],
    }
  })
  if (label) {
    const [line] = breakLines(label.runs, style, Number.POSITIVE_INFINITY, column.setWord, column.where)
    strips[0]!.lines.unshift({ line: line!, x: label.x, top: 0, baseline, style, element: label.element })
  }
  return strips
}

/** From the top of a line to its baseline: Arimo's ascent and descent centred in the leading. */
export const baselineOf = ({ size, leading }: TextStyle): number =>
  (leading - (ASCENT + DESCENT) * size) / 2 + ASCENT * size

export const ASCENT = 0.905
export const DESCENT = 0.212
