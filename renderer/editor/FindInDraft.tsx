import { type Editor, useEditorState } from '@tiptap/react'
import { type ReactNode, useEffect, useState } from 'react'
import { FindBar } from '../ui/index.ts'
import { findInDraft, foundIn, goToMatch } from './findInDraft.ts'

/** Looks for words in the draft and shows where they stand while it is open. */
export function FindInDraft({ editor, onClose }: { editor: Editor; onClose(): void }): ReactNode {
  const [words, setWords] = useState('')
  const { matches, current } = useEditorState({ editor, selector: ({ editor }) => foundIn(editor.state) })
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
