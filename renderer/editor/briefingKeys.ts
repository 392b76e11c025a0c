import { Extension } from '@tiptap/core'
import { type Command, NodeSelection, Selection } from '@tiptap/pm/state'
import { citationTargets } from '../../shared/document/citations.ts'
import type { DraftAsks } from './extensions.ts'
import { dropNumber, levelDown, levelUp, nextInSeries } from './numberedSeries.ts'
import { goToReferred } from './paper/crossReferences.ts'
import { enterTableBelow } from './paper/tableCaptions.ts'
import { selectedNode } from './selectedNode.ts'

/** What Enter, Backspace and Tab do where a briefing differs from any other text. */
export const BriefingKeys = Extension.create<DraftAsks>({
  name: 'briefingKeys',
  priority: 200,
  addOptions: () => ({ follow: () => {}, editFootnote: () => {} }),
  addKeyboardShortcuts() {
    const { editor, options } = this
    const any =
      (...commands: Command[]) =>
      () =>
        commands.some(command => command(editor.state, editor.view.dispatch))
    const openSelected: Command = state => {
      const selected = selectedNode(state)
      if (!selected) return false
      const { node, at } = selected
      const [target] = citationTargets(node.toJSON())
      if (target && target.articleId !== '') options.follow(target)
      else if (node.type.name === 'footnote') options.editFootnote(at)
      else if (node.type.name === 'crossReference') goToReferred(editor, String(node.attrs.target))
      return target !== undefined || node.type.name === 'footnote' || node.type.name === 'crossReference'
    }
    return {
      Enter: any(openSelected, leaveQuotation, enterTableBelow, nextInSeries),
      Backspace: any(dropNumber, selectQuotationBefore),
      Tab: any(levelDown),
      'Shift-Tab': any(levelUp),
    }
  },
})

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
