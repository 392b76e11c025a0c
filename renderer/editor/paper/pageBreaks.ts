import { type EditorState, NodeSelection, Selection, type Transaction } from '@tiptap/pm/state'

/**
 * Puts a page break before the block at the caret where the caret is at its start, otherwise after it. The caret goes
 * to what then begins the page.
 */
export function insertPageBreak(state: EditorState): Transaction {
  const { selection, schema, tr } = state
  const { $from, $to } = selection
  const isAtStart = $from.depth === 1 && $from.parentOffset === 0 && selection.empty
  const isBlock = selection instanceof NodeSelection || $to.depth === 0
  const at = isAtStart ? $from.before(1) : isBlock && $to.depth === 0 ? selection.to : $to.after(1)
  tr.insert(at, schema.node('pageBreak'))
  const after = at + 1
  // Something to write on the new page.
  if (tr.doc.nodeAt(after) === null) tr.insert(after, schema.node('paragraph'))
  return tr.setSelection(Selection.near(tr.doc.resolve(after), 1)).scrollIntoView()
}
