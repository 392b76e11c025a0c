import type { Heading } from '../typeset/block.ts'
import { type Column, composeText } from './composeText.ts'
import type { Strip } from './strip.ts'
import { styles, type TextStyle } from './style.ts'
import { element } from './tree.ts'

export function composeHeading({ level, role, runs }: Heading, column: Column): Strip[] {
  const structure = element(`H${level}`, column.parent)
  const strips = composeText(runs, headingStyle(level, role), column, structure)
  // A heading is kept whole and with what follows.
  for (const strip of strips) strip.keepWithNext = true
  if (role === 'annex') strips[0]!.startsPage = true
  return strips
}

function headingStyle(level: number, role: Heading['role']): TextStyle {
  if (role === 'annex') return styles.annexTitle
  if (role === 'source') return styles.sourceTitle
  return styles.headings[Math.min(Math.max(level - 2, 0), styles.headings.length - 1)]!
}
