import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { waysToFind } from '../../shared/search/waysToFind.ts'

/** What is looked for in the draft, and where it stands. Positions are those of the document. */
export interface Found {
  words: string
  matches: { from: number; to: number }[]
  /** Which match was gone to last; -1 before the first. */
  current: number
}

const key = new PluginKey<Found>('findInDraft')
const nothing: Found = { words: '', matches: [], current: -1 }

/** Marks what is looked for in the draft. */
export const FindInDraft = Extension.create({
  name: 'findInDraft',
  addProseMirrorPlugins: () => [
    new Plugin<Found>({
      key,
      state: {
        init: () => nothing,
        apply(tr, found) {
          const asked = tr.getMeta(key) as Partial<Found> | undefined
          const words = asked?.words ?? found.words
          if (!asked && !(tr.docChanged && words !== '')) return found
          const matches = tr.docChanged || words !== found.words ? findWords(tr.doc, words) : found.matches
          return { words, matches, current: asked?.current ?? (words === found.words ? found.current : -1) }
        },
      },
      props: {
        decorations(state) {
          const { matches, current } = foundIn(state)
          return DecorationSet.create(
            state.doc,
            matches.map(({ from, to }, index) =>
              Decoration.inline(from, to, { class: index === current ? 'found current' : 'found' }),
            ),
          )
        },
      },
    }),
  ],
})

export const foundIn = (state: EditorState): Found => key.getState(state) ?? nothing

/** Looks for words in the draft; no words end the search. */
export function findInDraft(editor: Editor, words: string): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, { words, current: -1 }).setMeta('addToHistory', false))
}

/** Goes to the next match, or with -1 to the one before, from the caret on and round the end. */
export function goToMatch(editor: Editor, step: 1 | -1): void {
  const { state } = editor
  const { matches, current } = foundIn(state)
  if (matches.length === 0) return
  const fromCaret = matches.findIndex(({ from }) => from >= state.selection.from)
  const first = fromCaret === -1 ? 0 : fromCaret
  const next = current === -1 ? first : (current + step + matches.length) % matches.length
  const match = matches[next]!
  editor.view.dispatch(
    state.tr
      .setMeta(key, { current: next })
      .setMeta('addToHistory', false)
      .setSelection(TextSelection.create(state.doc, match.from, match.to)),
  )
  // The editor itself scrolls to a selection only while it has the focus, which the search field has now.
  editor.view.dom.querySelector('.found.current')?.scrollIntoView({ block: 'center' })
}

/**
 * Every place of `words` in the draft, in any form of theirs, without overlap, as `waysToFind` looks for them. Each
 * inline atom counts as one character.
 */
export function findWords(doc: Node, words: string): { from: number; to: number }[] {
  const blocks: { text: string; at: number }[] = []
  doc.descendants((block, at) => {
    if (!block.isTextblock) return true
    blocks.push({ text: block.textBetween(0, block.content.size, undefined, '\ufffc'), at: at + 1 })
    return false
  })
  for (const way of waysToFind(words)) {
    const matches = blocks.flatMap(({ text, at }) =>
      way(text).map(([start, end]) => ({ from: at + start, to: at + end })),
    )
    if (matches.length > 0) return matches
  }
  return []
}
