import { type Editor, useEditorState } from '@tiptap/react'
import { type ReactNode, useEffect, useState } from 'react'
import { FindBar } from '../ui/index.ts'
import { findInDraft, foundIn, goToMatch } from './findInDraft.ts'

interface Props {
  editor: Editor
  /** What to look for at first; the first place of it is gone to. */
  initial: string
  onClose(): void
}

/** Looks for words in the draft and shows where they stand while it is open. */
export function FindInDraft({ editor, initial, onClose }: Props): ReactNode {
  const [words, setWords] = useState(initial)
  const { matches, current } = useEditorState({ editor, selector: ({ editor }) => foundIn(editor.state) })
  useEffect(() => {
    if (initial === '') return
    findInDraft(editor, initial)
    goToMatch(editor, 1)
  }, [editor, initial])
  useEffect(() => {
    return () => {
      if (!editor.isDestroyed) findInDraft(editor, '')
    }
  }, [editor])
  return (
    <FindBar
      label="Find in the draft"
      words={words}
      places={matches.length}
      current={current}
      onWords={typed => {
        setWords(typed)
        findInDraft(editor, typed)
      }}
      onGo={step => goToMatch(editor, step)}
      onClose={() => {
        onClose()
        editor.commands.focus()
      }}
    />
  )
}
