import { type ReactNode, type RefObject, useId, useLayoutEffect, useRef } from 'react'
import { Input, Label, SearchField } from 'react-aria-components'
import type { KnownNames } from '../../../shared/search/completeQuery.ts'
import { Kbd } from '../../ui/index.ts'
import { CompletionList, offerId } from './CompletionList.tsx'
import styles from './Search.module.css'
import { useCompletion } from './useCompletion.ts'

interface Props {
  ref: RefObject<HTMLInputElement | null>
  words: string
  known: KnownNames
  /** The id of the line that says how the words were read; absent while there is none. */
  explainedBy?: string
  /** Stands at the end of the line of the label. */
  help: ReactNode
  onWords(words: string): void
  onDown(): void
  onEnter(): void
  onHelp(): void
}

/**
 * Searches as it is typed in, and offers what may be typed next. Escape empties it, Down goes to the list, Enter opens
 * the best match, F1 says how to search.
 */
export function SearchBox(props: Props): ReactNode {
  const { ref, words, known, explainedBy, help, onWords, onDown, onEnter, onHelp } = props
  const listId = useId()
  const caret = useRef<number | null>(null)
  const completion = useCompletion(words, known, (next, at) => {
    caret.current = at
    onWords(next)
  })
  const { offers, active } = completion
  const isOpen = offers.length > 0

  // Once the words are in the box.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are what is waited for
  useLayoutEffect(() => {
    if (caret.current === null) return
    ref.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  }, [words, ref])

  return (
    <div
      className={styles.search}
      onKeyDownCapture={event => {
        // The buttons beside the label have keys of their own.
        if (event.target !== ref.current) return
        if (completion.onKey(event)) {
          event.preventDefault()
          event.stopPropagation()
        } else if (event.key === 'F1') {
          event.preventDefault()
          onHelp()
        }
      }}
    >
      <SearchField
        className={styles.field!}
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
        <div className={styles.labelLine}>
          <Label className={styles.label!}>
            Search<span className="visuallyHidden"> articles, highlights, notes and packs</span>{' '}
            <Kbd keys="Ctrl+Shift+F" />
          </Label>
          {help}
        </div>
        <Input
          ref={ref}
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? offerId(listId, active) : undefined}
          aria-describedby={explainedBy}
          className={styles.input!}
          maxLength={10_000}
          spellCheck={false}
          autoComplete="off"
          onSelect={event => completion.onCaret(event.currentTarget.selectionStart)}
          onBlur={() => completion.onCaret(null)}
        />
      </SearchField>
      {isOpen && <CompletionList id={listId} completion={completion} />}
    </div>
  )
}
