import type { Node, NodeType } from '@tiptap/pm/model'
import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state'

/** Whether something of this type may stand in the line at the end of the selection. */
export function canInsertInline({ selection }: EditorState, type: NodeType): boolean {
  const { $to } = selection
  return $to.parent.isTextblock && $to.parent.canReplaceWith($to.index(), $to.index(), type)
}

/** Puts a node into the line at the end of the selection, the caret behind it; null where it may not stand. */
export function insertInline(state: EditorState, node: Node): Transaction | null {
  if (!canInsertInline(state, node.type)) return null
  const { to } = state.selection
  const tr = state.tr.insert(to, node)
  return tr.setSelection(Selection.near(tr.doc.resolve(to + node.nodeSize), 1)).scrollIntoView()
}
