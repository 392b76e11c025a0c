import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, Selection } from '@tiptap/pm/state'

/** The position before the node that the child indexes lead to, or null where they lead nowhere. */
export function positionAtPath(doc: Node, path: readonly number[]): number | null {
  let node = doc
  let at = -1
  for (const index of path) {
    if (index >= node.childCount) return null
    at += 1
    for (let i = 0; i < index; i++) at += node.child(i).nodeSize
    node = node.child(index)
  }
  return path.length === 0 ? null : at
}

/**
 * Scrolls to the node before which `at` stands and puts the focus there. A citation or quotation is selected;
 * in other text the caret goes to the end, so that nothing typed next takes its place.
 */
export function revealNode(editor: Editor, at: number): void {
  const { doc, tr } = editor.state
  const node = doc.nodeAt(at)
  if (!node) return
  const selection =
    node.isAtom || node.type.name === 'quotation'
      ? NodeSelection.create(doc, at)
      : Selection.near(doc.resolve(at + node.nodeSize - 1), -1)
  editor.view.dispatch(tr.setSelection(selection))
  editor.view.focus()
  const drawn = editor.view.nodeDOM(at)
  const opensPart = node.type.name === 'heading' || node.type.name === 'annexTitle'
  if (drawn instanceof HTMLElement) drawn.scrollIntoView({ block: opensPart ? 'start' : 'center' })
}
