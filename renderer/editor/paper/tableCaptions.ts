import { type Command, type EditorState, Selection, type Transaction } from '@tiptap/pm/state'

/** The position before the table that holds the selection or is selected; null where there is none. */
export function tableAtCaret({ selection, doc }: EditorState): number | null {
  const { $from } = selection
  const at = $from.depth > 0 ? $from.before(1) : selection.from
  return doc.nodeAt(at)?.type.name === 'table' ? at : null
}

/** Puts a caption before the table at the caret, the caret in it; where there is one, only goes there. */
export function captionTable(state: EditorState): Transaction | null {
  const at = tableAtCaret(state)
  if (at === null) return null
  const tr = state.tr
  const hasCaption = state.doc.resolve(at).nodeBefore?.type.name === 'tableCaption'
  if (!hasCaption) tr.insert(at, state.schema.node('tableCaption'))
  const end = hasCaption ? at - 1 : at + 1
  return tr.setSelection(Selection.near(tr.doc.resolve(end), -1)).scrollIntoView()
}

/** Enter in the caption of a table goes into the table: nothing stands between the two. */
export const enterTableBelow: Command = (state, dispatch) => {
  const { $to } = state.selection
  if ($to.parent.type.name !== 'tableCaption') return false
  const after = $to.after()
  if (state.doc.nodeAt(after)?.type.name !== 'table') return false
  dispatch?.(state.tr.setSelection(Selection.near(state.doc.resolve(after), 1)).scrollIntoView())
  return true
}
