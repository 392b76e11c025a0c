import type { Footnote, Run } from '../typeset/block.ts'
import type { Column } from './composeText.ts'
import { type Reference, reference } from './reference.ts'
import { setLines } from './setLines.ts'
import type { Strip } from './strip.ts'
import { noteHang, page, styles, textWidth } from './style.ts'
import { element } from './tree.ts'

/** A run as it is set: the label of a footnote leads to its note, and can be led back to. */
export function labelRuns(run: Run): Run[] {
  const { note, ...label } = run
  if (!note) return [run]
  const link: Reference = reference({ anchor: note.anchor }, `Go to footnote ${note.label}`)
  const anchor: Run[] = run.anchor === undefined ? [] : [{ text: '', anchor: run.anchor }]
  return [...anchor, { ...label, link, anchor: note.back }]
}

/** Sets a footnote as lines over the whole width of the text. Its element becomes the newest child of the parent. */
export function composeNote(note: Footnote, { parent, setWord, where }: Column): Strip[] {
  // A note is an inline element by nature; here it is a block (ISO 32000-1, 14.8.5.4.2).
  const structure = element('Note', parent, { O: 'Layout', Placement: 'Block' })
  structure.id = note.anchor
  const link = { to: { anchor: note.back }, description: `Back to the text at footnote ${note.label}` }
  const label = {
    runs: [{ text: note.label, link }, { text: ' ' }],
    x: page.left,
    element: element('Lbl', structure),
  }
  const column = {
    x: page.left + noteHang,
    width: textWidth - noteHang,
    parent: structure,
    where: `footnote ${note.label} to ${where}`,
    setWord,
  }
  const runs = [{ text: '', anchor: note.anchor }, ...note.runs]
  const strips = setLines(runs, styles.note, column, element('P', structure), { label })
  for (const segment of strips[0]!.lines[0]!.line.segments) segment.colour = styles.note.colour
  return strips
}
