import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'

/** The recommendations that the selection reaches into, each with the position before it. */
export function recommendationsAt({ doc, selection }: EditorState): { node: Node; at: number }[] {
  const found: { node: Node; at: number }[] = []
  doc.nodesBetween(selection.from, selection.to, (node, at) => {
    if (node.type.name === 'recommendation') found.push({ node, at })
    return false
  })
  return found
}

/** Gives the recommendations of the selection another verb, or gives or takes away their line to answer on. */
export function changeRecommendations(
  state: EditorState,
  attributes: { verb?: string; response?: boolean },
): Transaction | null {
  const found = recommendationsAt(state)
  if (found.length === 0) return null
  const tr = state.tr
  for (const { node, at } of found) tr.setNodeMarkup(at, null, { ...node.attrs, ...attributes })
  return tr
}
