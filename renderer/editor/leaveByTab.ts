import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/**
 * In numbered paragraphs, lists and tables Tab has a meaning of its own. So that it is no trap, and going through the
 * window with Tab changes nothing: Tab leaves the text after Escape, and where the text was entered with Tab.
 */
export const LeaveByTab = Extension.create({
  name: 'leaveByTab',
  priority: 1000,
  addProseMirrorPlugins: () => [leaveByTab()],
})

function leaveByTab(): Plugin {
  /** Whether the next Tab leaves. */
  let isLeaving = false
  /** The last key pressed anywhere in the window; a click clears it. */
  let lastKey: string | null = null
  return new Plugin({
    view({ dom }) {
      const window = dom.ownerDocument
      const remember = (event: Event) => {
        lastKey = event instanceof KeyboardEvent ? event.key : null
      }
      window.addEventListener('keydown', remember, true)
      window.addEventListener('pointerdown', remember, true)
      return {
        destroy() {
          window.removeEventListener('keydown', remember, true)
          window.removeEventListener('pointerdown', remember, true)
        },
      }
    },
    props: {
      handleDOMEvents: {
        focus: () => {
          isLeaving = lastKey === 'Tab'
          return false
        },
        pointerdown: () => {
          isLeaving = false
          return false
        },
        keydown: (_view, event) => {
          if (event.key === 'Shift') return false
          const leaves = isLeaving && event.key === 'Tab'
          isLeaving = event.key === 'Escape'
          // True keeps the editor from answering the key; the browser still does, and moves the focus.
          return leaves
        },
      },
    },
  })
}
