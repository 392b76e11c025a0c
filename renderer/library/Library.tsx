import { type ReactNode, useCallback, useRef, useState } from 'react'
import type { SearchHit } from '../../shared/contract/index.ts'
import { useCall, useSearch } from '../api/index.ts'
import { useCommands } from '../ui/index.ts'
import { ArticleList, type ArticleListHandle } from './ArticleList.tsx'
import { AddArticles } from './import/AddArticles.tsx'
import { Importing } from './import/Importing.tsx'
import { nothingPasted, PasteDialog } from './import/PasteDialog.tsx'
import type { PastedText } from './import/pastedText.ts'
import { useShownImport } from './import/useShownImport.ts'
import styles from './Library.module.css'
import { LibraryPane } from './LibraryPane.tsx'
import { NoArticles } from './NoArticles.tsx'
import { ReferencesDialog } from './ReferencesDialog.tsx'
import { RemovedDialog } from './RemovedDialog.tsx'
import { SearchBox } from './SearchBox.tsx'
import { SelectedBar } from './selection/SelectedBar.tsx'
import { useSelection } from './selection/useSelection.ts'

export interface LibraryProps {
  /** The article that is being read. */
  openId: string | null
  /** Where each article is cited in the draft, in words, by article id. */
  citedIn: Record<string, string[]>
  /** Why nothing can be changed, in words; null when it can. */
  readOnly: string | null
  /** Called with the hit to read, the words that found it, and whether the focus should go along. */
  onOpen(hit: SearchHit, words: string, takesFocus: boolean): void
  /** Called with an article to read that was not found by words. */
  onRead(articleId: string): void
  /** Shows what changed between the versions of an article. */
  onCompare(articleId: string): void
  /** Articles have been removed and should no longer be shown. */
  onRemoved(articleIds: readonly string[]): void
  onOpenSample(): void
}

/** The articles on this computer: search them, add to them, and see what has been used. */
export function Library(props: LibraryProps): ReactNode {
  const { openId, citedIn, readOnly, onOpen, onRead, onCompare, onRemoved, onOpenSample } = props
  const [words, setWords] = useState('')
  const [dialog, setDialog] = useState<'removed' | 'references' | null>(null)
  const [pasted, setPasted] = useState<PastedText | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<ArticleListHandle>(null)
  const [seen, setSeen] = useState<readonly [number, number]>([0, 0])
  const results = useSearch(words, ...seen)
  const selection = useSelection(results)
  const { data: status } = useCall('archive.status', {})
  const shown = useShownImport()
  const isReadOnly = readOnly !== null
  const canAdd = !isReadOnly && !shown.work.isUnderWay
  const selected = selection.articles.size

  const see = useCallback((first: number, last: number) => setSeen([first, last]), [])

  useCommands([
    {
      id: 'library.search',
      label: 'Search the articles',
      keys: 'Ctrl+Shift+F',
      run: () => search.current?.select(),
    },
    { id: 'library.removed', label: 'Show what was removed', run: () => setDialog('removed') },
    {
      id: 'library.selectAll',
      label: 'Select all articles in Sources',
      isDisabled: !results.total,
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
        <SearchBox
          ref={search}
          words={words}
          onWords={setWords}
          onDown={() => list.current?.focus()}
          onEnter={() => {
            const best = results.at(0)
            if (best) onOpen(best, words, true)
          }}
        />
        <div className={styles.line}>
          <p className={styles.count} role="status">
            {results.total !== null && count(results.total, status?.articles ?? results.total, results.words)}
            {selected > 0 && <span className="visuallyHidden">, {selected} selected</span>}
          </p>
          <AddArticles
            isDisabled={!canAdd}
            onFiles={shown.run}
            onPaste={() => setPasted(nothingPasted)}
            onReferences={() => setDialog('references')}
          />
        </div>
        <Importing {...{ shown, onRead, onCompare }} />
      </div>
      {selected > 0 && (
        <SelectedBar {...{ selection, isReadOnly, onRemoved }} onLeft={() => list.current?.focus()} />
      )}
      {results.failure || results.total === 0 ? (
        <NoArticles
          failure={results.failure}
          {...{ words, isReadOnly, onOpenSample }}
          isEmpty={status?.articles === 0}
          onClear={() => {
            setWords('')
            search.current?.focus()
          }}
        />
      ) : (
        <ArticleList
          ref={list}
          {...{ openId, citedIn, selection, results }}
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

function count(total: number, articles: number, words: string): string {
  const all = `${articles.toLocaleString('en-GB')} ${articles === 1 ? 'article' : 'articles'}`
  if (words.trim() === '') return articles === 0 ? '' : `${all}, newest first`
  return `${total.toLocaleString('en-GB')} of ${all}${total > 1 ? ', best match first' : ''}`
}
