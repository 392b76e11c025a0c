import { type ReactNode, type RefObject, useRef, useState } from 'react'
import type { Highlight, SearchHit } from '../../shared/contract/index.ts'
import { citationKey } from '../../shared/document/citations.ts'
import { typedFilters, withoutFilters } from '../../shared/search/typedFilters.ts'
import { useCall } from '../api/index.ts'
import { ComparisonDialog } from '../compare/ComparisonDialog.tsx'
import { CopiesDialog } from '../compare/CopiesDialog.tsx'
import type { CompareRequest } from '../compare/comparison.ts'
import type { CitationTarget, DraftHandle, DraftStatus } from '../desk/types.ts'
import { DraftPane } from '../editor/DraftPane.tsx'
import { ExportButton } from '../export/ExportButton.tsx'
import { IssuesDialog } from '../export/IssuesDialog.tsx'
import { ArticleMenu } from '../library/ArticleMenu.tsx'
import { Library } from '../library/Library.tsx'
import { PackMenu } from '../packs/PackMenu.tsx'
import { createLiveDraft } from '../preview/liveDraft.ts'
import { PreviewPane } from '../preview/PreviewPane.tsx'
import type { Passage } from '../reader/passage.ts'
import { Reader } from '../reader/Reader.tsx'
import { today } from '../ui/dates.ts'
import { ErrorBoundary, PaneGroup, ToggleButton, Toolbar, useCommands } from '../ui/index.ts'
import { Footer } from './Footer.tsx'
import { Header } from './Header.tsx'
import styles from './Shell.module.css'
import { useCitedIn } from './useCitedIn.ts'
import { type PaneId, usePanes } from './usePanes.ts'

interface Props {
  packId: string
  /** What is typed in the search box, kept while one goes from pack to pack by what was found. */
  searchWords: RefObject<string>
  /** What to find in the draft once it is open. */
  find: string | undefined
  /** Opens another pack, and finds words in it. */
  onOpenPack(packId: string, find: string): void
  onStart(): void
  onFind(): void
  onSettings(): void
  onOpenSample(): void
}

/** One pack at work: sources, reader and draft side by side, and the ways between them. */
export function Desk(props: Props): ReactNode {
  const { packId, searchWords, find, onOpenPack, onStart, onFind, onSettings, onOpenSample } = props
  const draft = useRef<DraftHandle>(null)
  const [status, setStatus] = useState<DraftStatus | null>(null)
  const [passage, setPassage] = useState<Passage | null>(null)
  const [comparing, setComparing] = useState<CompareRequest | null>(null)
  const [copiesOf, setCopiesOf] = useState<string | null>(null)
  const [isIssuesShown, showIssues] = useState(false)
  const [said, say] = useState('')
  const [live] = useState(createLiveDraft)
  const panes = usePanes()
  const isPreviewShown = panes.shown.includes('preview')
  const citedIn = useCitedIn(status)
  const { data: packs } = useCall('packs.list', {})
  const { data: archive } = useCall('archive.status', {})
  const title = packs?.packs.find(pack => pack.packId === packId)?.title ?? ''
  const readOnly = archive?.readOnly ?? null
  const canInsert = status !== null && status.readOnly === null && readOnly === null

  function read(next: Omit<Passage, 'asked'>): void {
    setPassage(old => ({ ...next, asked: (old?.asked ?? 0) + 1 }))
    panes.show('reader')
  }

  /** Opens what was found at the place where it was found. */
  function open(hit: SearchHit, words: string, takesFocus: boolean): void {
    const { articleId, highlightId, at } = hit
    const wanted = withoutFilters(words, typedFilters(words, today()))
    if (hit.packId === packId) findInDraft(wanted)
    else if (hit.packId !== null) onOpenPack(hit.packId, wanted)
    else if (highlightId !== null) read({ articleId, words, highlightId, takesFocus })
    else read({ articleId, words, takesFocus, at: at ? { start: at[0], end: at[1] } : undefined })
  }

  function findInDraft(words: string): void {
    panes.show('draft')
    requestAnimationFrame(() => draft.current?.find(words))
  }

  function follow({ articleId, version, highlightId }: CitationTarget): void {
    read({ articleId, version, highlightId: highlightId ?? undefined, takesFocus: true })
  }

  function goToChild(index: number): void {
    panes.show('draft')
    requestAnimationFrame(() => draft.current?.revealChild(index))
  }

  function insert(highlight: Highlight, what: 'quotation' | 'citation'): void {
    panes.show('draft')
    if (what === 'quotation') draft.current?.insertQuotation(highlight)
    else draft.current?.insertCitation(highlight)
    say(what === 'quotation' ? 'Quoted in the draft.' : 'Cited in the draft.')
  }

  function reveal({ articleId, version, highlightId }: Highlight): void {
    panes.show('draft')
    // Once the pane shows: what does not show cannot be scrolled to.
    requestAnimationFrame(() =>
      draft.current?.reveal(citationKey({ articleId, version, highlightId, locator: null })),
    )
  }

  useCommands([
    { id: 'desk.sources', label: 'Go to Sources', run: () => panes.goTo('sources') },
    { id: 'desk.reader', label: 'Go to Reader', run: () => panes.goTo('reader') },
    {
      id: 'desk.draft',
      label: 'Go to Draft',
      run: () => {
        panes.show('draft')
        requestAnimationFrame(() => draft.current?.focus())
      },
    },
    { id: 'desk.preview', label: 'Go to Preview', run: () => panes.goTo('preview') },
    {
      id: 'desk.showPreview',
      label: isPreviewShown ? 'Hide the preview' : 'Show the preview beside the draft',
      keys: 'Ctrl+Shift+P',
      run: () => (isPreviewShown ? panes.hide('preview') : panes.show('preview')),
    },
  ])

  const contents: Record<PaneId, ReactNode> = {
    sources: (
      <ErrorBoundary what="Sources">
        <Library
          {...{ searchWords, citedIn, readOnly, onOpenSample }}
          open={passage}
          onOpen={open}
          onRead={articleId => read({ articleId, takesFocus: true })}
          onCompare={articleId => setComparing({ articleId })}
          onRemoved={gone => setPassage(old => (old && gone.includes(old.articleId) ? null : old))}
        />
      </ErrorBoundary>
    ),
    reader: (
      <ErrorBoundary what="the reader">
        <Reader
          {...{ passage, canInsert }}
          canMark={readOnly === null}
          places={status?.places ?? {}}
          onQuote={highlight => insert(highlight, 'quotation')}
          onCite={highlight => insert(highlight, 'citation')}
          onReveal={reveal}
          onNewest={() => passage && read({ articleId: passage.articleId })}
          onCompare={({ articleId, version }) => setComparing({ articleId, version })}
          onCopies={({ articleId }) => setCopiesOf(articleId)}
          actions={
            passage && (
              <ArticleMenu
                articleId={passage.articleId}
                version={passage.version}
                readOnly={readOnly}
                onRemoved={() => setPassage(null)}
                onRestored={() => read({ articleId: passage.articleId })}
              />
            )
          }
        />
      </ErrorBoundary>
    ),
    draft: (
      <ErrorBoundary what="the draft">
        <DraftPane
          key={packId}
          ref={draft}
          {...{ packId, find }}
          onStatus={setStatus}
          onLive={live.tell}
          onFollowCitation={follow}
        />
      </ErrorBoundary>
    ),
    preview: (
      <ErrorBoundary what="the preview">
        <PreviewPane {...{ packId, title }} draft={live} isShown={isPreviewShown} onGo={goToChild} />
      </ErrorBoundary>
    ),
  }

  return (
    <>
      <button type="button" className={styles.skip} onClick={() => draft.current?.focus()}>
        Skip to the draft
      </button>
      <Header {...{ title, onStart, onFind, onSettings }}>
        <Toolbar aria-label="Panes">
          {panes.specs.map(({ id, label }) => (
            <ToggleButton
              key={id}
              isSelected={panes.shown.includes(id)}
              onChange={isOn => (isOn ? panes.goTo(id) : panes.hide(id))}
            >
              {label}
            </ToggleButton>
          ))}
        </Toolbar>
        <PackMenu packId={packId} onIssues={() => showIssues(true)} onClosed={onStart} />
        <ExportButton packId={packId} flush={() => draft.current?.flush() ?? Promise.resolve()} />
      </Header>
      <main className={styles.main}>
        <PaneGroup
          panes={panes.specs.map(pane => ({ ...pane, children: contents[pane.id] }))}
          shown={panes.shown}
          onShares={panes.setShares}
          onHide={panes.hide}
        />
      </main>
      <Footer draft={status} onReveal={() => panes.show('draft')} />
      {isIssuesShown && (
        <IssuesDialog
          packId={packId}
          flush={() => draft.current?.flush() ?? Promise.resolve()}
          onIssued={() => draft.current?.reload()}
          onClose={() => showIssues(false)}
        />
      )}
      {copiesOf !== null && (
        <CopiesDialog
          articleId={copiesOf}
          isReadOnly={readOnly !== null}
          onClose={() => setCopiesOf(null)}
          onRead={articleId => {
            setCopiesOf(null)
            read({ articleId, takesFocus: true })
          }}
          onCompare={otherId => setComparing({ articleId: copiesOf, otherId })}
        />
      )}
      {comparing && (
        <ComparisonDialog
          key={JSON.stringify(comparing)}
          request={comparing}
          onClose={() => setComparing(null)}
          onHighlight={({ articleId, version, highlightId }) => {
            setComparing(null)
            read({ articleId, version, highlightId, takesFocus: true })
          }}
        />
      )}
      <p role="status" className="visuallyHidden">
        {said}
      </p>
    </>
  )
}
