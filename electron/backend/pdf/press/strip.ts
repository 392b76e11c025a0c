import type { Line } from './breakLines.ts'
import type { Colour, TextStyle } from './style.ts'
import type { StructureElement } from './tree.ts'

/** A horizontal band of the page that is never cut: a line of text, or a row of a table. Measures in points. */
export interface Strip {
  height: number
  /** White space above, dropped at the top of a page. */
  before: number
  /** Must stand on one page with the next strip. */
  keepWithNext: boolean
  startsPage?: boolean
  lines: PlacedLine[]
  rules: Rule[]
  /** The table's header, to be repeated when this strip opens a page. */
  header?: Strip[]
  /** White space between that and a strip which goes on with a row. */
  underHeader?: number
  /** The footnotes whose labels stand in this strip, each as its lines: they go to the foot of the same page. */
  notes?: Strip[][]
  /** The child of the document that begins here, counted from 0. */
  origin?: number
  /** Printed in the foot of the page that holds this strip. */
  notice?: string
}

export interface PlacedLine {
  line: Line
  /** From the page's left edge. */
  x: number
  /** From the top of the strip down to the top of the line, and to its baseline. */
  top: number
  baseline: number
  style: TextStyle
  element: StructureElement
}

/** A filled rectangle: rules are drawn as thin ones. `y` is from the top of the strip down. */
export interface Rule {
  x: number
  y: number
  width: number
  height: number
  colour: Colour
  /** A row of dots, counted from its right end, so that the dots of several rows stand under each other. */
  dotted?: boolean
}
