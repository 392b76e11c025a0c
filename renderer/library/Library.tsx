import { type ReactNode, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { SearchHit } from '../../shared/contract/index.ts'
import { explainQuery } from '../../shared/search/explainQuery.ts'
import { readQuery } from '../../shared/search/readQuery.ts'
import { typedFilters } from '../../shared/search/typedFilters.ts'
import { type SearchResults, useCall, useSearch, useSearchAhead } from '../api/index.ts'
import { today } from '../ui/dates.ts'
import { useCommands, useSteady } from '../ui/index.ts'
import { ArticleList, type ArticleListHandle } from './ArticleList.tsx'
import { AddArticles } from './import/AddArticles.tsx'
import { Importing } from './import/Importing.tsx'
import { nothingPasted, PasteDialog } from './import/PasteDialog.tsx'
import type { PastedText } from './import/pastedText.ts'
import { useShownImport } from './import/useShownImport.ts'
import styles from './Library.module.css'
import { LibraryPane } from './LibraryPane.tsx'
import { NothingFound } from './NothingFound.tsx'
import { ReferencesDialog } from './ReferencesDialog.tsx'
import { RemovedDialog } from './RemovedDialog.tsx'
import { FilterMenu } from './search/FilterMenu.tsx'
import { OrderSelect, useOrder } from './search/OrderSelect.tsx'
import { readsMore } from './search/readsMore.ts'
import { SavedSearches } from './search/SavedSearches.tsx'
import { SearchHead } from './search/SearchHead.tsx'
import { SelectedBar } from './selection/SelectedBar.tsx'
import { useSelection } from './selection/useSelection.ts'

export interface LibraryProps {
  /**
   * What is typed in the search box, kept beyond this. It is no state of the desk, which would be drawn anew at each
   * keystroke.
   */
  searchWords: RefObject<string>
  /** The article that is being read, and the highlight it was opened at. */
  open: { articleId: string; highlightId?: string } | null
  /** Where each article is cited in the draft, in words, by article id. */
  citedIn: Record<string, string[]>
  /** Why nothing can be changed, in words; null when it can. */
  readOnly: string | null
  /** Called with the hit to open, the words that found it, and whether the focus should go along. */
  onOpen(hit: SearchHit, words: string, takesFocus: boolean): void
  /** Called with an article to read that was not found by words. */
  onRead(articleId: string): void
  /** Shows what changed between the versions of an article. */
  onCompare(articleId: string): void
  /** Articles have been removed and should no longer be shown. */
  onRemoved(articleIds: readonly string[]): void
  onOpenSample(): void
}

/** The articles on this computer and what was made of them: search, add, and see what has been used. */
export function Library(props: LibraryProps): ReactNode {
  const { searchWords, open, citedIn, readOnly, onOpen, onRead, onCompare, onRemoved, onOpenSample } = props
  const [words, setWords] = useState(() => searchWords.current)
  const [order, setOrder] = useOrder()
  const [dialog, setDialog] = useState<'removed' | 'references' | null>(null)
  const [pasted, setPasted] = useState<PastedText | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<ArticleListHandle>(null)
  const [seen, setSeen] = useState<readonly [number, number]>([0, 0])
  const results = useSearch({ words, order }, ...seen)
  const searchAhead = useSearchAhead()
  const total = useRef(0)
  const selection = useSelection(results)
  const { data: status } = useCall('archive.status', {})
  const shown = useShownImport()
  const isReadOnly = readOnly !== null
  const canAdd = !isReadOnly && !shown.work.isUnderWay
  const selected = selection.articles.size

  const filters = useMemo(() => typedFilters(words, today()), [words])
  const answered = useMemo(() => readQuery(results.words, { today: today() }), [results.words])

  useEffect(() => {
    total.current = results.total ?? 0
  }, [results.total])

  const onWords = useSteady((next: string): void => {
    searchAhead({ words: next, order })
    searchWords.current = next
    setWords(next)
  })

  const see = useCallback((first: number, last: number) => setSeen([first, last]), [])

  /** Types the beginning of a filter; the rest is offered at the caret. */
  const begin = useSteady((next: string, caret: number): void => {
    onWords(next)
    // After the menu has given the focus back.
    setTimeout(() => {
      search.current?.focus()
      search.current?.setSelectionRange(caret, caret)
    }, 50)
  })
  const add = useSteady(shown.run)
  const paste = useSteady(() => setPasted(nothingPasted))
  const references = useSteady(() => setDialog('references'))

  useCommands([
    { id: 'library.removed', label: 'Show what was removed', run: () => setDialog('removed') },
    {
      id: 'library.selectAll',
      label: 'Select all articles in Sources',
      isDisabled: results.rows === 0,
      run: selection.all,
    },
  ])

  return (
    <LibraryPane
      isDisabled={!canAdd}
      onFiles={shown.run}
      onPasted={setPasted}
      onFind={() => search.current?.select()}
    >
      <div className={styles.head}>
        <SearchHead
          box={search}
          {...{ words, filters, results, onWords }}
          // The filters are said beside it, each by itself.
          read={readsMore(answered.clause) ? explainQuery({ ...answered, filters: [] }) : null}
          onDown={() => list.current?.focus()}
          onEnter={() => {
            const best = results.at(0)
            if (best) onOpen(best, words, true)
          }}
        />
        <div className={styles.line}>
          <p className={styles.count} role="status" data-words={results.words}>
            {results.total !== null && count(results, status?.articles ?? results.total)}
            {results.suggestion !== null && (
              <span className="visuallyHidden">. Did you mean {results.suggestion}?</span>
            )}
            {selected > 0 && <span className="visuallyHidden">, {selected} selected</span>}
          </p>
          <AddArticles isDisabled={!canAdd} onFiles={add} onPaste={paste} onReferences={references} />
        </div>
        <div className={styles.tools}>
          <FilterMenu {...{ searchWords, order, onWords }} onBegin={begin} />
          <SavedSearches {...{ searchWords, total, onWords }} />
          <OrderSelect order={order} onOrder={setOrder} hasWords={answered.clause !== null} />
        </div>
        <Importing {...{ shown, onRead, onCompare }} />
      </div>
      {selected > 0 && (
        <SelectedBar {...{ selection, isReadOnly, onRemoved }} onLeft={() => list.current?.focus()} />
      )}
      {results.failure || results.rows === 0 ? (
        <NothingFound
          failure={results.failure}
          waiting={results.waiting}
          {...{ words, filters, isReadOnly, onOpenSample }}
          isEmpty={status?.articles === 0}
          onWords={rest => {
            onWords(rest)
            search.current?.focus()
          }}
        />
      ) : (
        <ArticleList
          ref={list}
          {...{ open, citedIn, selection, results }}
          onSee={see}
          onOpen={(hit, takesFocus) => onOpen(hit, results.words, takesFocus)}
          onLeaveUp={() => search.current?.focus()}
        />
      )}
      {pasted && (
        <PasteDialog initial={pasted} onAdd={file => shown.run([file])} onClose={() => setPasted(null)} />
      )}
      <RemovedDialog
        isOpen={dialog === 'removed'}
        onOpenChange={() => setDialog(null)}
        isReadOnly={isReadOnly}
      />
      <ReferencesDialog
        isOpen={dialog === 'references'}
        onOpenChange={() => setDialog(null)}
        isReadOnly={isReadOnly}
      />
    </LibraryPane>
  )
}

/** How many were found; of all articles, when nothing was typed. */
function count(results: SearchResults, articles: number): string {
  const { total, rows, othersFrom, words, order, waiting } = results
  if (words.trim() === '') {
    const all = `${articles.toLocaleString('en-GB')} ${articles === 1 ? 'article' : 'articles'}`
    const by = order === 'publisher' ? 'by publisher' : order === 'oldest' ? 'oldest first' : 'newest first'
    return articles === 0 ? '' : `${all}, ${by}`
  }
  const copies = (total ?? 0) - (othersFrom ?? rows)
  const found = [`${(total ?? 0).toLocaleString('en-GB')} found`]
  if (copies === 1) found.push('1 of them a copy')
  if (copies > 1) found.push(`${copies.toLocaleString('en-GB')} of them copies`)
  if (othersFrom !== null) found.push(`then ${rows - othersFrom} with some of the words`)
  if (waiting > 0) found[0] += ` so far (${waiting.toLocaleString('en-GB')} are still being indexed)`
  return found.join(', ')
}
