import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { type Command, type EditorState, TextSelection } from '@tiptap/pm/state'

/*
 * Enter, Backspace and Tab in what stands in a series: numbered paragraphs, and recommendations. A block whose place
 * in its series changes loses the label it was issued with.
 */

/**
 * Makes the next of the series, with the words behind the caret; at the end of a heading the first numbered paragraph.
 * In an empty block it goes a level up, or from the first level out of the series.
 */
export const nextInSeries: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  const { parent } = $from
  if (!(state.selection instanceof TextSelection) || !$from.sameParent($to)) return false
  const isHeading = parent.type.name === 'heading' || parent.type.name === 'annexTitle'
  if (isHeading ? $to.parentOffset < parent.content.size : !isInSeries(parent)) return false
  if (!isHeading && parent.content.size === 0) return leaveLevel(state, dispatch)
  const type = isHeading ? state.schema.nodes.numberedParagraph! : parent.type
  const tr = state.tr.deleteSelection()
  // Which half is the one referred to is settled by `uniqueNames`.
  tr.split(tr.selection.from, 1, [{ type, attrs: isHeading ? null : parent.attrs }])
  dispatch?.(tr.scrollIntoView())
  return true
}

/** At the start of its words, a numbered paragraph goes a level up, and from the first loses its number. */
export const dropNumber: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  return empty && $from.parentOffset === 0 && leaveLevel(state, dispatch)
}

/** Puts the numbered paragraphs of the selection a level down, under what stands above them. */
export const levelDown: Command = (state, dispatch) => changeLevel(state, 1, dispatch)

/** Puts the numbered paragraphs of the selection a level up. */
export const levelUp: Command = (state, dispatch) => changeLevel(state, -1, dispatch)

const isInSeries = ({ type }: Node): boolean =>
  type.name === 'numberedParagraph' || type.name === 'recommendation'

const leaveLevel: Command = (state, dispatch) => {
  const { $from } = state.selection
  const { parent } = $from
  if (levelUp(state, dispatch)) return true
  if (!isInSeries(parent) && parent.type.name !== 'tableCaption') return false
  dispatch?.(state.tr.setNodeMarkup($from.before(), state.schema.nodes.paragraph))
  return true
}

function changeLevel(state: EditorState, by: 1 | -1, dispatch: Parameters<Command>[1]): boolean {
  const { $from, $to } = state.selection
  if ($from.parent.type.name !== 'numberedParagraph') return false
  const tr = state.tr
  let hasAbove = false
  state.doc.forEach((block, at, index) => {
    if (block.type.name === 'annexTitle') hasAbove = false
    if (block.type.name !== 'numberedParagraph') return
    const level: number = block.attrs.level + by
    const isChanged = index >= $from.index(0) && index <= $to.index(0)
    if (isChanged && level >= 1 && level <= 3 && (by < 0 || hasAbove)) {
      tr.setNodeMarkup(at, null, { ...block.attrs, level, issued: null })
    }
    hasAbove = true
  })
  if (!tr.docChanged) return false
  // Undo takes it back alone, and not also what was typed just before.
  dispatch?.(closeHistory(tr).scrollIntoView())
  return true
}
