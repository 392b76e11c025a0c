import type { NodeViewRenderer } from '@tiptap/core'
import { type FootnoteFacts, toldOf } from '../briefingFacts.ts'
import { inlineAtom, nameElement } from '../inlineAtom.ts'

/** Draws a footnote as its number. A double click edits its words; Enter does where it is selected. */
export const footnoteView = (edit: (at: number) => void): NodeViewRenderer =>
  inlineAtom({
    className: 'footnote',
    role: 'button',
    draw(dom, node, decorations) {
      const label = toldOf<FootnoteFacts>(decorations, 'label')?.label ?? ''
      const text = String(node.attrs.text)
      dom.textContent = label
      nameElement(dom, footnoteName(label, text))
      dom.classList.toggle('troubled', text.trim() === '')
    },
    listen(dom, { editor, at }) {
      dom.addEventListener('dblclick', event => {
        event.preventDefault()
        const position = at()
        if (position !== undefined && editor.isEditable) edit(position)
      })
    },
  })

export const footnoteName = (label: string, text: string): string =>
  text.trim() === '' ? `Footnote ${label}, without words` : `Footnote ${label}: ${text}`
