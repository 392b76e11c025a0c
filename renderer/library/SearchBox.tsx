import type { ReactNode, RefObject } from 'react'
import { Input, Label, SearchField } from 'react-aria-components'
import { Kbd } from '../ui/index.ts'
import styles from './Library.module.css'

interface Props {
  ref: RefObject<HTMLInputElement | null>
  words: string
  onWords(words: string): void
  onDown(): void
  onEnter(): void
}

/** Searches as it is typed in. Escape empties it, Down goes to the list, Enter opens the best match. */
export function SearchBox({ ref, words, onWords, onDown, onEnter }: Props): ReactNode {
  return (
    <SearchField
      className={styles.search!}
      value={words}
      onChange={onWords}
      onSubmit={onEnter}
      onKeyDown={event => {
        if (event.key === 'ArrowDown') {
          event.preventDefault()
          onDown()
        } else event.continuePropagation()
      }}
    >
      <Label className={styles.searchLabel!}>
        Search the articles <Kbd keys="Ctrl+Shift+F" />
      </Label>
      <Input
        ref={ref}
        className={styles.searchInput!}
        maxLength={10_000}
        spellCheck={false}
        autoComplete="off"
      />
    </SearchField>
  )
}
