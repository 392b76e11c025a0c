import type { EditorState, Transaction } from '@tiptap/pm/state'
import { insertInline } from './insertInline.ts'

/** Puts a footnote of these words at the caret; null where none may stand, as inside a quotation. */
export const insertFootnote = (state: EditorState, text: string): Transaction | null =>
  insertInline(state, state.schema.node('footnote', { text: oneLine(text) }))

/** Gives the footnote at `at` other words; null where there is none. */
export function rewordFootnote(state: EditorState, at: number, text: string): Transaction | null {
  const node = state.doc.nodeAt(at)
  if (node?.type.name !== 'footnote') return null
  return state.tr.setNodeMarkup(at, null, { text: oneLine(text) })
}

/** A note is one paragraph. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
