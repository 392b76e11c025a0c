import type { Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import type { Command, Transaction } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { type ReactNode, useRef, useState } from 'react'
import { useCommands } from '../../ui/index.ts'
import { factsIn } from '../briefingFacts.ts'
import { moveDown, moveUp } from '../wholeBlocks.ts'
import { type Citing, locate, targetsOf } from './citationParts.ts'
import { insertReference, referables } from './crossReferences.ts'
import { FootnoteDialog } from './FootnoteDialog.tsx'
import { insertFootnote, rewordFootnote } from './footnotes.ts'
import { LocatorDialog } from './LocatorDialog.tsx'
import { type PaperMenus, paperActions, paperFacts } from './paperActions.ts'
import { ReferenceDialog } from './ReferenceDialog.tsx'
import { VerbDialog } from './VerbDialog.tsx'
import { changeRecommendations } from './verbs.ts'

export interface PaperTools extends PaperMenus {
  /** What is asked at the moment, if anything. */
  dialog: ReactNode
  /** Asks for the words of the footnote at `at`. */
  editFootnote(at: number): void
}

/** What an action of the menus asks before it can be done. */
export type Asked =
  | { what: 'footnote'; at: number | null; text: string | null }
  | { what: 'reference' }
  | { what: 'locator'; citing: Citing; names: string[] }
  | { what: 'verb'; verb: string }

/** What a finished paper needs beside its words, as menus and commands with their dialogs. */
export function usePaperTools(editor: Editor): PaperTools {
  const [asked, setAsked] = useState<Asked | null>(null)
  const before = useRef(editor.state)
  const ask = (next: Asked) => {
    before.current = editor.state
    setAsked(next)
  }
  const at = useEditorState({ editor, selector: ({ editor }) => paperFacts(editor) })
  const menus = paperActions(editor, at, ask)
  const run = (command: Command) => () => {
    command(editor.state, editor.view.dispatch)
    editor.commands.focus()
  }
  useCommands([
    ...asCommands('Insert', menus.insert),
    ...asCommands('Recommendation', menus.verb),
    { id: 'draft.moveUp', label: 'Move the paragraph up', run: run(moveUp) },
    { id: 'draft.moveDown', label: 'Move the paragraph down', run: run(moveDown) },
  ])
  /** Closes, and puts back what was selected: a browser that gives the text its focus back may put the caret first. */
  const close = () => {
    setAsked(null)
    const { doc, selection } = before.current
    afterDialog(() => {
      if (!editor.view.hasFocus() || editor.state.doc !== doc) return
      editor.view.dispatch(editor.state.tr.setSelection(selection))
      editor.view.focus()
    })
  }
  /** Closes, does it, and goes on with the text. */
  const done = (tr: Transaction | null) => {
    setAsked(null)
    if (tr) editor.view.dispatch(closeHistory(tr))
    afterDialog(() => editor.view.focus())
  }
  /** Once the dialog has given the focus back. */
  const afterDialog = (run: () => void) => setTimeout(() => !editor.isDestroyed && run(), 50)
  return {
    ...menus,
    editFootnote: at =>
      ask({ what: 'footnote', at, text: String(editor.state.doc.nodeAt(at)?.attrs.text ?? '') }),
    dialog: asked && dialogFor(asked),
  }

  function dialogFor(asked: Asked): ReactNode {
    switch (asked.what) {
      case 'footnote':
        return (
          <FootnoteDialog
            text={asked.text}
            onClose={close}
            onDone={text =>
              done(
                asked.at === null
                  ? insertFootnote(editor.state, text)
                  : rewordFootnote(editor.state, asked.at, text),
              )
            }
          />
        )
      case 'reference':
        return (
          <ReferenceDialog
            referables={referables(factsIn(editor.state).content)}
            onClose={close}
            onDone={index => done(insertReference(editor.state, index))}
          />
        )
      case 'locator':
        return (
          <LocatorDialog
            cited={targetsOf(asked.citing.node).map(({ locator }, i) => ({ name: asked.names[i]!, locator }))}
            onClose={close}
            onDone={locators => done(locate(editor.state, asked.citing, locators))}
          />
        )
      case 'verb':
        return (
          <VerbDialog
            verb={asked.verb}
            onClose={close}
            onDone={verb => done(changeRecommendations(editor.state, { verb }))}
          />
        )
    }
  }
}

const asCommands = (lead: string, { items }: PaperMenus['insert']) =>
  items.map(({ id, label, isDisabled, onAction }) => ({
    id: `draft.${lead}.${id}`,
    label: `${lead}: ${label}`,
    isDisabled,
    run: onAction,
  }))
