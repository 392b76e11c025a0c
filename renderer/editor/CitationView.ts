import type { NodeViewRenderer } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { Decoration } from '@tiptap/pm/view'
import { citationTarget } from '../../shared/document/citations.ts'
import type { CitationTarget } from '../../shared/document/schema.ts'
import { type CitationFacts, citationFacts } from './briefingFacts.ts'
import { citationName } from './citationName.ts'

/** Draws a citation as its number. A click follows it; Enter does where it is selected (see `citationKeys`). */
export const citationView =
  (follow: (target: CitationTarget) => void): NodeViewRenderer =>
  ({ node, decorations, editor, getPos }) => {
    const dom = document.createElement('span')
    dom.className = 'citation'
    dom.setAttribute('role', 'link')
    dom.contentEditable = 'false'
    let current = node
    const draw = (next: Node, facts: CitationFacts) => {
      current = next
      dom.textContent = facts.number === null ? '?' : String(facts.number)
      const name = citationName(facts)
      dom.setAttribute('aria-label', name)
      dom.title = name
      dom.classList.toggle('troubled', facts.number === null || Boolean(facts.source?.trouble))
    }
    draw(node, citationFacts(decorations))
    dom.addEventListener('click', event => {
      event.preventDefault()
      // A caret after the citation, not a selection of it, so that nothing typed next takes its place.
      const at = getPos()
      if (at !== undefined && editor.isEditable) editor.commands.setTextSelection(at + 1)
      const target = citationTarget(current.toJSON())
      if (target.articleId !== '') follow(target)
    })
    return {
      dom,
      update(next: Node, nextDecorations: readonly Decoration[]) {
        if (next.type !== node.type) return false
        draw(next, citationFacts(nextDecorations))
        return true
      },
      ignoreMutation: () => true,
    }
  }
