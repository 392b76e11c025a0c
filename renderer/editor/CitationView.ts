import type { NodeViewRenderer } from '@tiptap/core'
import type { CitationTarget } from '../../shared/document/schema.ts'
import { toldOf } from './briefingFacts.ts'
import { citationName, partName } from './citationName.ts'
import { type CitationFacts, type CitedPart, partSeparator, partWords } from './citedParts.ts'
import { inlineAtom, nameElement } from './inlineAtom.ts'

/**
 * Draws a citation as its numbers: "3", "3, 7", "3, page 4". A click follows the number clicked; Enter follows the
 * first where the citation is selected (see `briefingKeys`).
 */
export const citationView = (follow: (target: CitationTarget) => void): NodeViewRenderer =>
  inlineAtom({
    className: 'citation',
    role: 'link',
    draw(dom, _node, decorations) {
      drawParts(dom, toldOf<CitationFacts>(decorations, 'parts')?.parts ?? [])
    },
    listen(dom, { editor, at }) {
      dom.addEventListener('click', event => {
        event.preventDefault()
        // A caret after the citation, not a selection of it, so that nothing typed next takes its place.
        const position = at()
        if (position !== undefined && editor.isEditable) editor.commands.setTextSelection(position + 1)
        const part = partOf.get((event.target as Element).closest('.part') ?? dom.querySelector('.part')!)
        if (part && part.target.articleId !== '') follow(part.target)
      })
    },
  })

/** Writes the numbers of what is cited into an element, each in one of its own, and names the whole. */
export function drawParts(dom: HTMLElement, parts: readonly CitedPart[]): void {
  const separator = partSeparator(parts.map(({ target }) => target))
  dom.replaceChildren(
    ...parts.flatMap((part, i) => {
      const drawn = document.createElement('span')
      drawn.className = 'part'
      drawn.textContent = partWords(part.number, part.target)
      if (parts.length > 1) drawn.title = `Citation ${partName(part)}`
      partOf.set(drawn, part)
      return i === 0 ? [drawn] : [separator, drawn]
    }),
  )
  nameElement(dom, citationName(parts))
  dom.classList.toggle(
    'troubled',
    parts.length === 0 ||
      parts.some(({ target, source }) => target.articleId === '' || Boolean(source?.trouble)),
  )
}

const partOf = new WeakMap<Element, CitedPart>()
