import type { NodeViewRenderer } from '@tiptap/core'

/** Draws a page break as a quiet rule that says what it is. */
export const pageBreakView: NodeViewRenderer = () => {
  const dom = document.createElement('div')
  dom.className = 'pageBreak'
  dom.contentEditable = 'false'
  dom.textContent = 'Page break'
  return { dom, ignoreMutation: () => true }
}
