import { type ReactNode, useCallback, useRef, useState } from 'react'
import type { SearchHit } from '../../shared/contract/index.ts'
import { useCall, useSearch } from '../api/index.ts'
import { Button, EmptyState, Progress, useCommands } from '../ui/index.ts'
import { AddArticles } from './AddArticles.tsx'
import { ArticleList, type ArticleListHandle } from './ArticleList.tsx'
import { ImportReport } from './ImportReport.tsx'
import styles from './Library.module.css'
import { LibraryPane } from './LibraryPane.tsx'
import { RemovedDialog } from './RemovedDialog.tsx'
import { SearchBox } from './SearchBox.tsx'
import { useImport } from './useImport.ts'

export interface LibraryProps {
  /** The article that is being read. */
  openId: string | null
  /** Where each article is cited in the draft, in words, by article id. */
  citedIn: Record<string, string[]>
  /** Why nothing can be changed, in words; null when it can. */
  readOnly: string | null
  /** Called with the hit to read, the words that found it, and whether the focus should go along. */
  onOpen(hit: SearchHit, words: string, takesFocus: boolean): void
  onOpenSample(): void
}

/** The articles on this computer: search them, add to them, and see what has been used. */
export function Library({ openId, citedIn, readOnly, onOpen, onOpenSample }: LibraryProps): ReactNode {
  const [words, setWords] = useState('')
  const [isRemovedOpen, setRemovedOpen] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<ArticleListHandle>(null)
  const [seen, setSeen] = useState<readonly [number, number]>([0, 0])
  const results = useSearch(words, ...seen)
  const { data: status } = useCall('archive.status', {})
  const work = useImport()
  const canAdd = readOnly === null && !work.isUnderWay

  const see = useCallback((first: number, last: number) => setSeen([first, last]), [])

  useCommands([
    {
      id: 'library.search',
      label: 'Search the articles',
      keys: 'Ctrl+Shift+F',
      run: () => search.current?.select(),
    },
    { id: 'library.removed', label: 'Show what was removed', run: () => setRemovedOpen(true) },
  ])

  const isEmpty = status?.articles === 0
  return (
    <LibraryPane isDisabled={!canAdd} onFiles={work.run} onFind={() => search.current?.select()}>
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
          </p>
          <AddArticles isDisabled={!canAdd} onFiles={work.run} />
        </div>
        {work.isUnderWay && <Progress label={work.note} value={work.value} onCancel={work.cancel} />}
      </div>
      {results.failure ? (
        <div role="alert">
          <EmptyState title="The articles could not be searched">
            <p>{results.failure.message}</p>
          </EmptyState>
        </div>
      ) : isEmpty ? (
        <EmptyState title="No articles yet">
          <p>
            Add articles: text and web pages, one by one or a whole folder. You can also drop them here. They
            stay on this computer.
          </p>
          <p>Or look at what a finished pack is like, with its articles.</p>
          <Button onPress={onOpenSample} isDisabled={readOnly !== null}>
            Open the sample pack
          </Button>
        </EmptyState>
      ) : results.total === 0 && words !== '' ? (
        <EmptyState title={`No article holds “${words.trim().slice(0, 80)}”`}>
          <p>
            Every word typed must be in the article, its title, its byline or its publisher. Try fewer words.
          </p>
          <Button
            onPress={() => {
              setWords('')
              search.current?.focus()
            }}
          >
            Clear the search
          </Button>
        </EmptyState>
      ) : (
        <ArticleList
          ref={list}
          {...{ openId, citedIn }}
          results={results}
          onSee={see}
          onOpen={(hit, takesFocus) => onOpen(hit, results.words, takesFocus)}
          onLeaveUp={() => search.current?.focus()}
        />
      )}
      <ImportReport lines={work.report} onClose={work.closeReport} />
      <RemovedDialog isOpen={isRemovedOpen} onOpenChange={setRemovedOpen} isReadOnly={readOnly !== null} />
    </LibraryPane>
  )
}

function count(total: number, articles: number, words: string): string {
  const all = `${articles.toLocaleString('en-GB')} ${articles === 1 ? 'article' : 'articles'}`
  if (words.trim() === '') return articles === 0 ? '' : `${all}, newest first`
  return `${total.toLocaleString('en-GB')} of ${all}${total > 1 ? ', best match first' : ''}`
}
