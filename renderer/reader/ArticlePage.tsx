import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Article, Highlight, HighlightKind } from '../../shared/contract/index.ts'
import { Button, useCommands } from '../ui/index.ts'
import { decideFurniture } from './decideFurniture.ts'
import { elementAt } from './domText.ts'
import { FindInArticle } from './FindInArticle.tsx'
import { HighlightDialog } from './HighlightDialog.tsx'
import { kindLabel } from './kinds.ts'
import { MarginNotes } from './MarginNotes.tsx'
import { NoText } from './NoText.tsx'
import { Provenance } from './Provenance.tsx'
import type { Passage } from './passage.ts'
import styles from './Reader.module.css'
import type { ReaderProps } from './Reader.tsx'
import { ReviewList } from './ReviewList.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { TextBlock } from './TextBlock.tsx'
import type { TextRange } from './textRange.ts'
import { useDrawnText } from './useDrawnText.ts'
import { useMarking } from './useMarking.ts'
import { useReadingKeys } from './useReadingKeys.ts'
import { useTextSelection } from './useTextSelection.ts'

interface Props extends ReaderProps {
  passage: Passage
  article: Article
  highlights: readonly Highlight[]
  /** So many places on from the passage F3 has gone already. */
  ahead: number
}

/** One version of one article, to be read and marked. */
export function ArticlePage(props: Props): ReactNode {
  const {
    passage,
    article,
    highlights,
    ahead,
    places,
    canMark,
    canInsert,
    actions,
    onQuote,
    onCite,
    onReveal,
    onNewest,
    onCompare,
    onCopies,
  } = props
  const { text } = article
  const page = useRef<HTMLElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  const [showsFurniture, setShowsFurniture] = useState(false)
  const [activeId, setActiveId] = useState<string | null>(null)
  const [openId, setOpenId] = useState<string | null>(null)
  const [said, say] = useState('')

  const anchored = useMemo(
    () => highlights.filter(each => each.state === 'anchored').toSorted((a, b) => a.start - b.start),
    [highlights],
  )
  const { shown, overlays, find } = useDrawnText(page, article, passage, anchored, showsFurniture, ahead)
  const [range, clear] = useTextSelection(page, text)
  const marking = useMarking(article, anchored)
  const keys = useReadingKeys(page, text, shown, () => bar.current?.querySelector('button')?.focus())

  useEffect(() => {
    if (range && canMark)
      say(`Selected: ${summary(text.slice(range.start, range.end))}. F10 for what can be done with it.`)
  }, [range, text, canMark])

  useCommands([
    {
      id: 'reader.furniture',
      label: showsFurniture ? 'Hide page furniture' : 'Show page furniture, and decide what it is',
      run: () => setShowsFurniture(!showsFurniture),
    },
    {
      id: 'reader.versions',
      label: 'This article: What changed between its versions',
      isDisabled: article.versions < 2,
      run: () => onCompare(article),
    },
    { id: 'reader.copies', label: 'This article: The same copy elsewhere', run: () => onCopies(article) },
  ])

  /** Marks what is selected, gives the focus back to the text, and goes on with the highlight. */
  async function mark(selected: TextRange, kind: HighlightKind | null, then?: (made: Highlight) => void) {
    const made = await marking.mark(selected, kind)
    if (!made) return
    clear()
    elementAt(page.current!, selected.start)
      ?.closest<HTMLElement>('[data-block]')
      ?.focus({ preventScroll: true })
    say(`Marked as ${kindLabel(made.kind).toLowerCase()}: ${summary(made.exact)}.`)
    then?.(made)
  }

  function openAt(event: MouseEvent): void {
    const id = (event.target as Element).closest('[data-nearest]')?.getAttribute('data-nearest')
    if (id && document.getSelection()?.isCollapsed !== false) setOpenId(id)
  }

  function hearFind(event: KeyboardEvent): void {
    if (
      event.key.toLowerCase() !== 'f' ||
      !(event.ctrlKey || event.metaKey) ||
      event.shiftKey ||
      event.altKey
    )
      return
    event.preventDefault()
    find.look(find.words ?? document.getSelection()?.toString().slice(0, 200) ?? '')
  }

  function closeFind(): void {
    const place = find.places[find.current]?.start ?? first?.start ?? 0
    find.look(null)
    elementAt(page.current!, place)?.closest<HTMLElement>('[data-block]')?.focus({ preventScroll: true })
  }

  const open = highlights.find(({ highlightId }) => highlightId === openId)
  const first = shown.find(block => !block.furniture)
  const headline = first && text.slice(first.start, first.end).trim() === article.title ? first : null
  const draw = (block: (typeof shown)[number], isHeadline = false) => (
    <TextBlock
      key={block.index}
      {...{ text, block, overlays, activeId, isHeadline }}
      isCurrent={block.index === keys.current}
      isDeciding={showsFurniture && !isHeadline}
      onDecide={canMark ? (each, decision) => void decideFurniture(article, each, decision) : undefined}
    />
  )

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears Ctrl+F wherever the focus is in the reader
    <div className={styles.reader} onKeyDown={hearFind}>
      <FindInArticle find={find} onClose={closeFind} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the blocks inside take the focus and the keys */}
      <div className={styles.scroller} data-scroller onKeyDown={keys.onKeyDown} onFocus={keys.onFocus}>
        <div className={styles.canvas}>
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same dialog opens from the notes, by keyboard */}
          <article
            ref={page}
            className={styles.article}
            aria-label={article.title}
            lang={article.language ?? undefined}
            onClick={openAt}
          >
            <header className={styles.header}>
              {headline ? draw(headline, true) : <h2 className={styles.headline}>{article.title}</h2>}
              {actions}
            </header>
            <Provenance
              article={article}
              showsFurniture={showsFurniture}
              onShowFurniture={setShowsFurniture}
              onCompare={() => onCompare(article)}
              onCopies={() => onCopies(article)}
            />
            {article.version < article.versions && (
              <p className={styles.older}>
                This is an earlier version. <Button onPress={onNewest}>Read the newest</Button>
              </p>
            )}
            <div className={styles.main}>
              <ReviewList
                canMark={canMark}
                highlights={highlights.filter(({ state }) => state === 'review')}
                places={places}
                onRemove={each => void marking.remove(each, places[each.highlightId] ?? [])}
              />
              {article.noText !== null && <NoText article={article} />}
              <div className={styles.body}>{shown.map(block => block !== headline && draw(block))}</div>
            </div>
            {/* Before the notes, so that Tab goes from the words to what can be done with them. */}
            {range && canMark && (
              <SelectionBar
                {...{ range, bar, canInsert }}
                root={page}
                onMark={kind => void mark(range, kind)}
                onNote={() => void mark(range, null, ({ highlightId }) => setOpenId(highlightId))}
                onQuote={() => void mark(range, 'quotation', onQuote)}
                onCite={() => void mark(range, null, onCite)}
                onLeave={() => {
                  elementAt(page.current!, range.start)?.closest<HTMLElement>('[data-block]')?.focus()
                  clear()
                }}
              />
            )}
            <aside className={styles.margin} aria-label="Notes in the margin">
              <MarginNotes
                {...{ places, activeId, onReveal }}
                highlights={anchored}
                onActive={setActiveId}
                onOpen={({ highlightId }) => setOpenId(highlightId)}
              />
            </aside>
          </article>
        </div>
        <p className={styles.hint}>
          ↑ and ↓ move between paragraphs. Enter selects words, Shift and the arrows select more, F10 goes to
          what can be done with them.
        </p>
      </div>
      <p role="status" className="visuallyHidden">
        {said}
      </p>
      {open && (
        <HighlightDialog
          key={open.highlightId}
          {...{ canMark, canInsert, onQuote, onCite, onReveal }}
          highlight={open}
          places={places[open.highlightId] ?? []}
          onClose={() => setOpenId(null)}
          onRemove={each => void marking.remove(each, places[each.highlightId] ?? [])}
        />
      )}
    </div>
  )
}

/** Short enough to be spoken: the words, or their number with the first and the last. */
function summary(words: string): string {
  if (words.length <= 120) return words
  const all = words.split(/\s+/)
  return `${all.length} words, from “${all.slice(0, 4).join(' ')}” to “${all.slice(-4).join(' ')}”`
}
