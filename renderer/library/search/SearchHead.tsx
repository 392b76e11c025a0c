import { type ReactNode, type RefObject, useRef, useState } from 'react'
import type { TypedFilter } from '../../../shared/search/typedFilters.ts'
import type { SearchResults } from '../../api/index.ts'
import { Button, useCommands } from '../../ui/index.ts'
import { FilterChips } from './FilterChips.tsx'
import styles from './Search.module.css'
import { SearchBox } from './SearchBox.tsx'
import { SearchHelp } from './SearchHelp.tsx'
import { useKnownNames } from './useKnownNames.ts'

interface Props {
  box: RefObject<HTMLInputElement | null>
  words: string
  filters: readonly TypedFilter[]
  results: SearchResults
  /** How the words were read, in a sentence; null where that says no more than the words. */
  read: string | null
  onWords(words: string): void
  onDown(): void
  onEnter(): void
}

/** The box to search in, how what is typed was read, and its filters. */
export function SearchHead(props: Props): ReactNode {
  const { box, words, filters, results, read, onWords, onDown, onEnter } = props
  const [isHelped, setHelped] = useState(false)
  const beside = useRef<HTMLButtonElement>(null)
  const known = useKnownNames(results)
  const { suggestion } = results
  const help = () => setHelped(true)

  function type(next: string): void {
    onWords(next)
    box.current?.focus()
  }

  useCommands([
    { id: 'library.search', label: 'Search', keys: 'Ctrl+Shift+F', run: () => box.current?.select() },
    { id: 'library.howToSearch', label: 'How to search', run: help },
  ])
  return (
    <>
      <SearchBox
        ref={box}
        {...{ words, known, onWords, onDown, onEnter }}
        explainedBy={read === null ? undefined : readId}
        onHelp={help}
        help={
          <Button slot={null} ref={beside} variant="quiet" aria-haspopup="dialog" onPress={help}>
            How to search
          </Button>
        }
      />
      <SearchHelp isOpen={isHelped} onOpenChange={setHelped} beside={beside} />
      {read !== null && (
        <p id={readId} className={styles.read}>
          {read}
        </p>
      )}
      {suggestion !== null && results.words === words && (
        <p className={styles.suggestion}>
          Did you mean{' '}
          <Button variant="quiet" onPress={() => type(suggestion)}>
            {suggestion}
          </Button>
        </p>
      )}
      <FilterChips {...{ words, filters }} onWords={type} />
    </>
  )
}

const readId = 'how-the-search-was-read'
