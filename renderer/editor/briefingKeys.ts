import { Extension } from '@tiptap/core'
import { type Command, NodeSelection, Selection, TextSelection } from '@tiptap/pm/state'
import { citationTarget } from '../../shared/document/citations.ts'
import type { CitationTarget } from '../../shared/document/schema.ts'

/** What Enter and Backspace do where a briefing differs from any other text. */
export const BriefingKeys = Extension.create<{ follow(target: CitationTarget): void }>({
  name: 'briefingKeys',
  priority: 200,
  addOptions: () => ({ follow: () => {} }),
  addKeyboardShortcuts() {
    const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch)
    const followSelected: Command = state => {
      if (!(state.selection instanceof NodeSelection)) return false
      const { node } = state.selection
      if (node.type.name !== 'citation' && node.type.name !== 'quotation') return false
      const target = citationTarget(node.toJSON())
      if (target.articleId !== '') this.options.follow(target)
      return true
    }
    return {
      Enter: () => [followSelected, leaveQuotation, nextNumber].some(command => run(command)()),
      Backspace: () => [dropNumber, selectQuotationBefore].some(command => run(command)()),
    }
  },
})

/**
 * In a numbered paragraph, or at the end of a heading, Enter makes the next numbered paragraph. In an empty
 * one it ends the series with a plain paragraph.
 */
export const nextNumber: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  const { parent } = $from
  if (!(state.selection instanceof TextSelection) || !$from.sameParent($to)) return false
  const numbered = state.schema.nodes.numberedParagraph!
  const opensParagraph = parent.type.name === 'heading' || parent.type.name === 'annexTitle'
  if (parent.type !== numbered && !(opensParagraph && $to.parentOffset === parent.content.size)) return false
  if (parent.type === numbered && parent.content.size === 0) return dropNumber(state, dispatch)
  const tr = state.tr.deleteSelection()
  tr.split(tr.selection.from, 1, [{ type: numbered }])
  dispatch?.(tr.scrollIntoView())
  return true
}

/** At the start of a numbered paragraph, Backspace takes its number away. */
export const dropNumber: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset > 0 || $from.parent.type.name !== 'numberedParagraph') return false
  dispatch?.(state.tr.setNodeMarkup($from.before(), state.schema.nodes.paragraph))
  return true
}

/** Enter in a quotation leaves it for a paragraph below: splitting it would alter it twice. */
export const leaveQuotation: Command = (state, dispatch) => {
  const { $to } = state.selection
  if ($to.parent.type.name !== 'quotation') return false
  const after = $to.after()
  const next = state.doc.nodeAt(after)
  const tr = state.tr
  if (!(next?.isTextblock && next.content.size === 0)) tr.insert(after, state.schema.node('paragraph'))
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(after + 1))).scrollIntoView())
  return true
}

/** Backspace after a quotation selects it rather than run the paragraph's words into it. */
export const selectQuotationBefore: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset > 0 || $from.depth !== 1) return false
  const start = $from.before()
  const before = state.doc.resolve(start).nodeBefore
  if (before?.type.name !== 'quotation') return false
  const tr = state.tr
  if ($from.parent.content.size === 0) tr.delete(start, start + $from.parent.nodeSize)
  dispatch?.(tr.setSelection(NodeSelection.create(tr.doc, start - before.nodeSize)))
  return true
}
