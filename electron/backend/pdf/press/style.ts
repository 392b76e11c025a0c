/** The measures of the page, in points (1/72 inch), and its colours as red, green and blue from 0 to 1. */

export const page = { width: 595.28, height: 841.89, left: 72, right: 72, headTop: 36, footBottom: 30 }
export const textWidth = page.width - page.left - page.right

export type Colour = readonly [red: number, green: number, blue: number]
export const ink: Colour = [0.04, 0.05, 0.05]
/** 7:1 and more on white, as WCAG asks at its highest level. */
export const quietInk: Colour = [0.28, 0.3, 0.33]
export const linkInk: Colour = [0.07, 0.25, 0.47]
export const ruleInk: Colour = [0.45, 0.48, 0.5]
export const hairlineInk: Colour = [0.75, 0.77, 0.79]
/** Behind a cited passage, and where passages overlap. */
export const tints: readonly Colour[] = [
  [1, 0.95, 0.76],
  [1, 0.87, 0.55],
]

/** How a block's lines are set. `before` is the white space above it, dropped at the top of a page. */
export interface TextStyle {
  size: number
  leading: number
  before: number
  bold: boolean
  colour: Colour
}

const body: TextStyle = { size: 12, leading: 16.5, before: 8.5, bold: false, colour: ink }
const heading = (size: number, leading: number, before: number): TextStyle => ({
  ...body,
  size,
  leading,
  before,
  bold: true,
})

export const styles = {
  body,
  quiet: { ...body, colour: quietInk },
  strong: { ...body, bold: true },
  tableCell: { ...body, leading: 15.5, before: 4 },
  title: heading(20, 25, 4),
  annexTitle: heading(17, 22, 0),
  sourceTitle: heading(13.5, 18, 26),
  coverTitle: heading(30, 37, 0),
  coverLine: { ...body, leading: 18, before: 2, colour: quietInk },
  caption: { ...body, before: 14 },
  contentsEntry: { ...body, before: 5 },
  contentsSubentry: { ...body, before: 1 },
  note: { ...body, size: 10, leading: 13, before: 2 },
  handling: { ...body, size: 10, leading: 13, before: 0 },
  /** By level in the pack's hierarchy, from 2. */
  headings: [heading(14, 18.5, 20), heading(12.5, 17, 15), heading(12, 16.5, 12), heading(12, 16.5, 12)],
} satisfies Record<string, TextStyle | TextStyle[]>

/** White space above a block that is set close under the one before it. */
export const closeBefore = 2
export const listItemBefore = 4
/** Where the words of a numbered paragraph start, right of its number: by its depth, from 1. */
export const numberHangs = [30, 36, 26] as const
export const bulletHang = 18
export const quotationIndent = 18
export const fieldNameWidth = 92
/** Above and below the words of a table's row. */
export const rowPadding = 4.5
/** From a table's caption to its first row. */
export const captionGap = 3
/** Where the words of a footnote start, right of its number. */
export const noteHang = 16
/** The short rule above a page's footnotes, and the white space that it stands in. */
export const noteRule = { above: 12, below: 5, width: 96, height: 0.5 }
/** How much lower than the head's the top of a cover's title is. */
export const coverDrop = 190
/** From a cover's title to the lines under it. */
export const coverGap = 18
/** Between the last line under the marking and the body. */
export const leadGap = 12
export const contents = { indent: 18, numberWidth: 44, dot: 4 }
/** A citation's number: small, and above the line (rise as a share of the size around it). */
export const raised = { scale: 0.7, rise: 0.34 }
export const foot = { size: 10, gap: 13, notice: 13 }
export const markingStyle = { size: 12, leading: 15 }
