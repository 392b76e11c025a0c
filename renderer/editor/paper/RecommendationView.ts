import type { NodeViewRenderer } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { responsesTo, verbOf } from '../../../shared/document/recommendations.ts'
import { responseWords } from './responseWords.ts'

/**
 * Draws a recommendation as it prints: its verb in bold before the words, the line to answer on below. Neither is
 * typed: they are chosen in the menu "Verb".
 */
export const recommendationView: NodeViewRenderer = ({ node }) => {
  const dom = document.createElement('div')
  dom.dataset.recommendation = ''
  const words = document.createElement('p')
  const line = document.createElement('div')
  line.className = 'response'
  line.contentEditable = 'false'
  dom.append(words, line)
  const draw = (next: Node) => {
    const json = next.toJSON()
    // Drawn by the style sheet, so that the caret never stands before it.
    words.dataset.verb = verbOf(json)
    const responses = responsesTo(json)
    line.hidden = responses === null
    line.replaceChildren(
      ...(responses ?? []).map(response => {
        const box = document.createElement('span')
        box.textContent = responseWords(response)
        return box
      }),
    )
  }
  draw(node)
  return {
    dom,
    contentDOM: words,
    update(next: Node) {
      if (next.type !== node.type) return false
      draw(next)
      return true
    },
    ignoreMutation: mutation => !words.contains(mutation.target),
    stopEvent: event => line.contains(event.target as globalThis.Node),
  }
}
