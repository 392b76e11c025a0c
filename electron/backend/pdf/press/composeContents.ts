import type { Run } from '../typeset/block.ts'
import { breakLines } from './breakLines.ts'
import { composeHeading } from './composeHeading.ts'
import type { Column } from './composeText.ts'
import { type Reference, reference } from './reference.ts'
import { setLines } from './setLines.ts'
import type { Strip } from './strip.ts'
import { contents, ink, ruleInk, styles } from './style.ts'
import { element } from './tree.ts'
import type { OutlineEntry } from './writeOutline.ts'

/** An entry of the contents that waits for the number of its page. */
export interface ContentsEntry {
  anchor: string
  /** Writes the number, from 1, at the right edge of the entry, with a row of dots up to it. */
  number(page: number): void
}

/** The deepest heading that has an entry: sections and annexes, and what they are divided into. */
const DEEPEST = 3

/** Sets the contents under their heading, `level` in the hierarchy: an entry for each of `headings`. */
export function composeContents(
  runs: Run[],
  level: number,
  headings: OutlineEntry[],
  column: Column,
): { strips: Strip[]; entries: ContentsEntry[] } {
  const heading = composeHeading({ kind: 'heading', role: 'section', level, runs }, column)
  const entries: ContentsEntry[] = []
  const listed = headings.filter(entry => entry.level <= DEEPEST)
  if (listed.length === 0) return { strips: heading, entries }
  const list = element('TOC', column.parent)
  let nested: typeof list | undefined
  const strips = listed.flatMap((entry, i) => {
    const isSub = entry.level > 2
    if (!isSub) nested = undefined
    else nested ??= element('TOC', list)
    const parent = element('TOCI', nested ?? list)
    const { strips, number } = composeEntry(entry, isSub, {
      ...column,
      parent,
      where: entry.where ?? column.where,
    })
    entries.push({ anchor: entry.anchor, number })
    if (!isSub && (listed[i + 1]?.level ?? 0) > 2) strips.at(-1)!.keepWithNext = true
    return strips
  })
  return { strips: [...heading, ...strips], entries }
}

function composeEntry(
  { title, anchor }: OutlineEntry,
  isSub: boolean,
  column: Column,
): { strips: Strip[]; number: ContentsEntry['number'] } {
  const indent = isSub ? contents.indent : 0
  const style = isSub ? styles.contentsSubentry : styles.contentsEntry
  const link: Reference = reference({ anchor }, title)
  const room = { ...column, x: column.x + indent, width: column.width - indent - contents.numberWidth }
  const strips = setLines(
    [
      { text: title, link },
      { text: ' ', link },
    ],
    style,
    room,
    column.parent,
  )
  for (const segment of strips.flatMap(({ lines }) => lines[0]!.line.segments)) segment.colour = ink
  for (const strip of strips) strip.keepWithNext = strip !== strips.at(-1)
  return { strips, number }

  function number(page: number): void {
    link.description = `${title}, page ${page}`
    const { rules, lines } = strips.at(-1)!
    const { line, x, baseline } = lines[0]!
    const right = column.x + column.width
    const [set] = breakLines(
      [{ text: String(page), link }],
      style,
      column.width,
      column.setWord,
      column.where,
    )
    const start = right - set!.width
    line.segments.push(...set!.segments.map(segment => ({ ...segment, x: start - x, colour: ink })))
    const dotsFrom = x + line.width + 6
    const dotsTo = right - contents.dot * Math.ceil((set!.width + 5) / contents.dot)
    const width = dotsTo - dotsFrom
    if (width > 0)
      rules.push({ x: dotsFrom, y: baseline - 0.5, width, height: 0.9, colour: ruleInk, dotted: true })
  }
}
