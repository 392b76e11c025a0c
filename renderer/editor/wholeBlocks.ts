import { Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { Slice } from '@tiptap/pm/model'
import { type Command, type EditorState, Plugin, Selection, type Transaction } from '@tiptap/pm/state'

/** Copies and pastes whole blocks as blocks, so that a paragraph that is moved is still the one referred to. */
export const WholeBlocks = Extension.create({
  name: 'wholeBlocks',
  addKeyboardShortcuts() {
    const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch)
    return { 'Alt-Shift-ArrowUp': run(moveUp), 'Alt-Shift-ArrowDown': run(moveDown) }
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        transformCopied: (slice, view) => asWholeBlocks(slice, view.state.selection),
        handlePaste(view, _event, slice) {
          const tr = pasteWholeBlocks(view.state, slice)
          if (tr) view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
          return tr !== null
        },
      },
    }),
  ],
})

/**
 * What is copied from the start of a block beyond its end is that block, not only its words; where it ends at the end
 * of a block or before the first word of one, it is blocks only.
 */
export function asWholeBlocks(slice: Slice, { $from, $to }: Selection): Slice {
  const isFromStart = $from.depth === 1 && $from.parentOffset === 0 && $from.index(0) < $to.index(0)
  if (!isFromStart || slice.openStart !== 1) return slice
  if ($to.depth !== 1 || slice.openEnd !== 1) return new Slice(slice.content, 0, slice.openEnd)
  const isToStart = $to.parentOffset === 0 && $to.parent.content.size > 0
  const isToEnd = $to.parentOffset === $to.parent.content.size
  const blocks = isToStart
    ? slice.content.cut(0, slice.content.size - slice.content.lastChild!.nodeSize)
    : slice.content
  return new Slice(blocks, 0, isToStart || isToEnd ? 0 : 1)
}

/**
 * Puts whole blocks before the block whose start the caret is at, or after the one whose end it is at; words that
 * follow the last whole block go to the start of the block there. null where this is not so: others then paste.
 */
export function pasteWholeBlocks({ selection, tr, doc }: EditorState, slice: Slice): Transaction | null {
  const { $from, empty } = selection
  const { content, openStart, openEnd } = slice
  if (!empty || $from.depth !== 1 || $from.parent.content.size === 0) return null
  if (openStart !== 0 || openEnd > 1 || !content.firstChild?.isBlock) return null
  const isAtStart = $from.parentOffset === 0
  if (!isAtStart && $from.parentOffset < $from.parent.content.size) return null
  const at = isAtStart ? $from.before() : $from.after()
  if (!doc.canReplace(doc.resolve(at).index(), doc.resolve(at).index(), content)) return null
  const words = isAtStart && openEnd === 1 ? content.lastChild! : null
  if (words && !$from.parent.canReplace(0, 0, words.content)) return null
  const blocks = words ? content.cut(0, content.size - words.nodeSize) : content
  tr.insert(at, blocks)
  const after = at + blocks.size
  if (words) tr.insert(after + 1, words.content)
  const caret = words ? after + 1 + words.content.size : after
  return tr.setSelection(Selection.near(tr.doc.resolve(caret), words ? 1 : -1))
}

/** Moves the blocks of the selection before the block above them. */
export const moveUp: Command = (state, dispatch) => move(state, -1, dispatch)

/** Moves the blocks of the selection behind the block below them. */
export const moveDown: Command = (state, dispatch) => move(state, 1, dispatch)

/** Moves the neighbour to the other side: the blocks themselves, and the selection in them, are not touched. */
function move({ doc, selection, tr }: EditorState, by: 1 | -1, dispatch: Parameters<Command>[1]): boolean {
  const { $from, $to } = selection
  const start = $from.depth === 0 ? $from.pos : $from.before(1)
  const end = $to.depth === 0 ? $to.pos : $to.after(1)
  const neighbour = by < 0 ? doc.resolve(start).nodeBefore : doc.resolve(end).nodeAfter
  if (!neighbour) return false
  if (by < 0) tr.insert(end, neighbour).delete(start - neighbour.nodeSize, start)
  else tr.delete(end, end + neighbour.nodeSize).insert(start, neighbour)
  dispatch?.(closeHistory(tr).scrollIntoView())
  return true
}
