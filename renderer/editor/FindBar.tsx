import { type Editor, useEditorState } from '@tiptap/react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../ui/index.ts'
import styles from './FindBar.module.css'
import { findInDraft, foundIn, goToMatch } from './findInDraft.ts'

/** Looks for words in the draft. Enter goes to the next place, Shift+Enter to the one before, Escape closes. */
export function FindBar({ editor, onClose }: { editor: Editor; onClose(): void }): ReactNode {
  const field = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const { matches, current } = useEditorState({ editor, selector: ({ editor }) => foundIn(editor.state) })
  useEffect(() => {
    field.current?.focus()
    return () => {
      if (!editor.isDestroyed) findInDraft(editor, '')
    }
  }, [editor])
  const close = () => {
    onClose()
    editor.commands.focus()
  }
  const count =
    words === ''
      ? ''
      : matches.length === 0
        ? 'Not found'
        : current === -1
          ? `${matches.length} found`
          : `${current + 1} of ${matches.length}`
  return (
    <search className={styles.bar}>
      <input
        ref={field}
        type="text"
        aria-label="Find in the draft"
        placeholder="Find in the draft"
        className={styles.field}
        value={words}
        onChange={event => {
          setWords(event.target.value)
          findInDraft(editor, event.target.value)
        }}
        onKeyDown={event => {
          if (event.key === 'Escape') close()
          if (event.key !== 'Enter') return
          event.preventDefault()
          goToMatch(editor, event.shiftKey ? -1 : 1)
        }}
      />
      <span role="status" className={styles.count}>
        {count}
      </span>
      <Button isDisabled={matches.length === 0} onPress={() => goToMatch(editor, -1)}>
        Previous
      </Button>
      <Button isDisabled={matches.length === 0} onPress={() => goToMatch(editor, 1)}>
        Next
      </Button>
      <Button variant="quiet" onPress={close}>
        Close
      </Button>
    </search>
  )
}
