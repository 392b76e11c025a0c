import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from './Button.tsx'
import styles from './FindBar.module.css'

interface Props {
  /** What it looks in: "Find in the article". */
  label: string
  words: string
  /** How many places there are, and which one is shown, from 0; -1 while none is. */
  places: number
  current: number
  onWords(words: string): void
  onGo(step: 1 | -1): void
  onClose(): void
}

/** Looks for words in a pane. Enter goes to the next place, Shift+Enter to the one before, Escape closes. */
export function FindBar({ label, words, places, current, onWords, onGo, onClose }: Props): ReactNode {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  return (
    <search className={styles.bar}>
      <input
        ref={field}
        type="text"
        aria-label={label}
        placeholder={label}
        className={styles.field}
        value={words}
        onChange={event => onWords(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Escape') onClose()
          if (event.key !== 'Enter') return
          event.preventDefault()
          onGo(event.shiftKey ? -1 : 1)
        }}
      />
      <span role="status" className={styles.count}>
        {words.trim() === '' ? '' : countInWords(places, current)}
      </span>
      <Button isDisabled={places === 0} onPress={() => onGo(-1)}>
        Previous
      </Button>
      <Button isDisabled={places === 0} onPress={() => onGo(1)}>
        Next
      </Button>
      <Button variant="quiet" onPress={onClose}>
        Close
      </Button>
    </search>
  )
}

function countInWords(places: number, current: number): string {
  if (places === 0) return 'Not found'
  return current < 0 ? `${places} found` : `${current + 1} of ${places}`
}
