import { closeHistory } from '@tiptap/pm/history'
import type { EditorProps } from '@tiptap/pm/view'
import { toast } from '../ui/index.ts'
import { transformPastedHtml } from './pastedHtml.ts'

/** The id of the element that says what Tab does in the text. */
export const TAB_HINT = 'tab-in-draft'

/** How the text of a draft is named, and takes what is dropped, pasted and pointed at. */
export const textProps = (askSpelling: (at: number) => void): EditorProps => ({
  attributes: {
    class: 'briefing',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': 'Text of the briefing',
    'aria-describedby': TAB_HINT,
    lang: 'en-GB',
    spellcheck: 'false',
  },
  handleDrop: (_view, event) => {
    if (!event.dataTransfer?.files.length) return false
    event.preventDefault()
    toast('Files are not put into a draft. Drop articles on Sources, then quote and cite from them.')
    return true
  },
  transformPastedHTML: html => transformPastedHtml(html),
  handlePaste: view => {
    // So that undo takes away what was pasted, and not also what was typed just before.
    view.dispatch(closeHistory(view.state.tr))
    return false
  },
  handleDOMEvents: {
    contextmenu: (view, event) => {
      const at = view.posAtDOM(event.target as Node, 0)
      const isMisspelt = (event.target as Element).closest?.('.misspelt')
      if (!isMisspelt) return false
      event.preventDefault()
      askSpelling(at)
      return true
    },
  },
})
