import type { NodeViewRenderer } from '@tiptap/core'
import { type ReferenceFacts, toldOf } from '../briefingFacts.ts'
import { inlineAtom, nameElement } from '../inlineAtom.ts'
import { goToReferred } from './crossReferences.ts'

/** Stands in the text where what a cross-reference referred to is gone. */
export const GONE = 'reference to something that is gone'

/** Draws a cross-reference as what it says now. A click goes to the block that it names. */
export const referenceView: NodeViewRenderer = inlineAtom({
  className: 'reference',
  role: 'link',
  draw(dom, _node, decorations) {
    const words = toldOf<ReferenceFacts>(decorations, 'words')?.words ?? null
    dom.textContent = words ?? GONE
    nameElement(dom, words === null ? `Cross-reference: ${GONE}` : `Cross-reference to ${words}`)
    dom.classList.toggle('troubled', words === null)
  },
  listen(dom, { editor, at }) {
    dom.addEventListener('click', event => {
      event.preventDefault()
      const position = at()
      const node = position === undefined ? null : editor.state.doc.nodeAt(position)
      if (node) goToReferred(editor, String(node.attrs.target))
    })
  },
})
