import type { Node } from '@tiptap/pm/model'
import { type EditorState, NodeSelection } from '@tiptap/pm/state'

/**
 * The node that is selected, with the position before it: by a click, by the arrow keys, or with Shift and an arrow
 * key, which select exactly one that stands in a line. null where words or nothing are selected.
 */
export function selectedNode({ selection, doc }: EditorState): { node: Node; at: number } | null {
  const { from, to } = selection
  if (selection instanceof NodeSelection) return { node: selection.node, at: from }
  const node = doc.nodeAt(from)
  return node?.isInline && !node.isText && from + node.nodeSize === to ? { node, at: from } : null
}
