import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Selection } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { misspelt } from './speller.ts'
import { spelledForm, type TextWord, wordsToCheck } from './wordsToCheck.ts'

/** A misspelt word of the draft. Positions are those of the document. */
export interface Misspelling {
  word: string
  from: number
  to: number
}

interface SpellingState {
  /** What the dictionary has said so far: true is right. */
  judged: ReadonlyMap<string, boolean>
  /** Words the person wants left alone, in their spelled form. */
  accepted: ReadonlySet<string>
  found: Misspelling[]
  decorations: DecorationSet
}

const key = new PluginKey<SpellingState>('spelling')
/** Typing rests this long, in milliseconds, before new words are looked up. */
const REST = 300

/** Underlines misspelt words, except in quotations, whose words are not the author's, and the one being typed. */
export const Spelling = Extension.create({
  name: 'spelling',
  addProseMirrorPlugins: () => [
    new Plugin<SpellingState>({
      key,
      state: {
        init: () => ({
          judged: new Map(),
          accepted: new Set(),
          found: [],
          decorations: DecorationSet.empty,
        }),
        apply(tr, old) {
          const told = tr.getMeta(key) as Partial<SpellingState> | undefined
          if (!told && !tr.docChanged && !tr.selectionSet) return old
          const judged = told?.judged ?? old.judged
          const accepted = told?.accepted ?? old.accepted
          const found = findMisspellings(tr.doc, tr.selection, judged, accepted)
          return { judged, accepted, found, decorations: DecorationSet.create(tr.doc, found.map(underline)) }
        },
      },
      props: { decorations: state => key.getState(state)?.decorations },
      view: view => lookUpWords(view),
    }),
  ],
})

/** The misspelt words of the draft, in reading order. */
export const misspellingsIn = (state: EditorState): Misspelling[] => key.getState(state)?.found ?? []

/** Leaves these words alone from now on. */
export function acceptWords(editor: Editor, words: readonly string[]): void {
  if (editor.isDestroyed) return
  const accepted = new Set(key.getState(editor.state)?.accepted)
  for (const word of words) accepted.add(spelledForm(word))
  editor.view.dispatch(editor.state.tr.setMeta(key, { accepted }).setMeta('addToHistory', false))
}

const underline = ({ from, to }: Misspelling): Decoration =>
  Decoration.inline(from, to, { class: 'misspelt', 'aria-invalid': 'spelling' })

function findMisspellings(
  doc: Node,
  selection: Selection,
  judged: ReadonlyMap<string, boolean>,
  accepted: ReadonlySet<string>,
): Misspelling[] {
  const found: Misspelling[] = []
  forEachWord(doc, ({ word, start, end }, blockStart) => {
    const form = spelledForm(word)
    if (judged.get(form) !== false || accepted.has(form) || accepted.has(form.toLowerCase())) return
    const from = blockStart + start
    const to = blockStart + end
    if (!(selection.empty && selection.head === to)) found.push({ word, from, to })
  })
  return found
}

/** Asks the dictionary, when typing rests, about words it has not judged yet. */
function lookUpWords(view: EditorView) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isAsking = false
  const lookUp = async () => {
    const { judged } = key.getState(view.state) as SpellingState
    const unknown = new Set<string>()
    forEachWord(view.state.doc, ({ word }) => {
      const form = spelledForm(word)
      if (!judged.has(form)) unknown.add(form)
    })
    if (unknown.size === 0 || isAsking) return
    isAsking = true
    const wrong = new Set(await misspelt([...unknown]))
    isAsking = false
    if (view.isDestroyed) return
    const next = new Map((key.getState(view.state) as SpellingState).judged)
    for (const form of unknown) next.set(form, !wrong.has(form))
    view.dispatch(view.state.tr.setMeta(key, { judged: next }).setMeta('addToHistory', false))
    wait()
  }
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(lookUp, REST)
  }
  wait()
  return {
    update: (updated: EditorView, before: EditorState) => {
      if (!updated.state.doc.eq(before.doc)) wait()
    },
    destroy: () => clearTimeout(timer),
  }
}

function forEachWord(doc: Node, visit: (word: TextWord, blockStart: number) => void): void {
  doc.descendants((block, at) => {
    if (!block.isTextblock) return true
    if (block.type.name !== 'quotation') for (const word of wordsOf(block)) visit(word, at + 1)
    return false
  })
}

/** Blocks do not change, they are replaced: their words are found once. An inline atom counts as one character. */
function wordsOf(block: Node): TextWord[] {
  let words = known.get(block)
  if (!words) {
    words = wordsToCheck(block.textBetween(0, block.content.size, undefined, '\ufffc'))
    known.set(block, words)
  }
  return words
}

const known = new WeakMap<Node, TextWord[]>()
