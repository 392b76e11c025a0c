import type { Editor, NodeViewRenderer } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { Decoration } from '@tiptap/pm/view'
import { citationTarget, quotationState } from '../../shared/document/citations.ts'
import type { CitationTarget } from '../../shared/document/schema.ts'
import { toldOf } from './briefingFacts.ts'
import { drawParts } from './CitationView.ts'
import { sourceName } from './citationName.ts'
import type { CitationFacts, CitedPart } from './citedParts.ts'
import { declareParaphrase, restoreQuotation } from './quotations.ts'

/**
 * Draws a quotation as a block: its words, its number, and below them in words whether they are still those of
 * the source, with buttons that set it right. What stands outside the words is not part of the text.
 */
export const quotationView =
  (follow: (target: CitationTarget) => void): NodeViewRenderer =>
  ({ node, decorations, editor, getPos }) => {
    const dom = document.createElement('blockquote')
    const words = element('div', 'words')
    const line = element('div', 'provenance')
    line.contentEditable = 'false'
    const number = element('span', 'citation')
    number.setAttribute('role', 'link')
    const says = element('span', 'says')
    const restore = button('Restore', () => act(editor, getPos, restoreQuotation))
    const declare = button('Declare a paraphrase', () => act(editor, getPos, declareParaphrase))
    line.append(number, says, restore, declare)
    dom.append(words, line)

    let current = node
    const draw = (next: Node, told: readonly Decoration[]) => {
      current = next
      const parts = toldOf<CitationFacts>(told, 'parts')?.parts ?? []
      const state = quotationState(next.toJSON())
      dom.dataset.state = state
      drawParts(number, parts)
      says.textContent = sentence(state, parts[0]?.source ?? null)
      says.classList.toggle('troubled', state === 'altered' || Boolean(parts[0]?.source?.trouble))
      restore.hidden = state === 'verbatim' || !editor.isEditable
      declare.hidden = state !== 'altered' || !editor.isEditable
    }
    draw(node, decorations)
    number.addEventListener('click', () => {
      const target = citationTarget(current.toJSON())
      if (target.articleId !== '') follow(target)
    })
    return {
      dom,
      contentDOM: words,
      update(next: Node, nextDecorations: readonly Decoration[]) {
        if (next.type !== node.type) return false
        draw(next, nextDecorations)
        return true
      },
      ignoreMutation: mutation => !words.contains(mutation.target),
      stopEvent: event => line.contains(event.target as globalThis.Node),
    }
  }

function sentence(state: ReturnType<typeof quotationState>, source: CitedPart['source']): string {
  const from = source ? sourceName(source) : 'a stored source'
  const trouble = source?.trouble ? ` ${source.trouble}` : ''
  if (state === 'altered') return `Altered: differs from the source, ${from}.${trouble}`
  if (state === 'paraphrase') return `Paraphrase of ${from}.${trouble}`
  return `Quoted from ${from}.${trouble}`
}

function act(
  editor: Editor,
  getPos: () => number | undefined,
  command: (editor: Editor, at: number) => void,
): void {
  const at = getPos()
  if (at !== undefined) command(editor, at)
}

function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  return made
}

function button(label: string, run: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = label
  made.addEventListener('click', run)
  return made
}
