import type { Cover, Run } from '../typeset/block.ts'
import { type Column, composeText } from './composeText.ts'
import type { Strip } from './strip.ts'
import { coverDrop, coverGap, page, styles } from './style.ts'
import { element } from './tree.ts'

/** Sets the cover: the title large, a third down the page, and its lines under it. */
export function composeCover({ title, lines, where }: Cover & { where?: string }, outer: Column): Strip[] {
  const column = where === undefined ? outer : { ...outer, where }
  const heading = composeText(title.map(withoutNote), styles.coverTitle, column, element('H1', column.parent))
  const under = lines.flatMap(line =>
    composeText(line.map(withoutNote), styles.coverLine, column, element('P', column.parent)),
  )
  if (under[0]) under[0].before = coverGap
  const strips = [...heading, ...under]
  return [space(coverDrop - Math.max(0, tallness(strips) - page.height / 2)), ...strips]
}

/** White space at the top of a page, where that above a block is dropped. */
const space = (height: number): Strip => ({
  height: Math.max(0, height),
  before: 0,
  keepWithNext: true,
  lines: [],
  rules: [],
})

const tallness = (strips: Strip[]): number =>
  strips.reduce((sum, { before, height }) => sum + before + height, 0)

const withoutNote = ({ note: _, ...run }: Run): Run => run
