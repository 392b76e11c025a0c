import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type MouseEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import type { SearchHit } from '../../shared/contract/index.ts'
import type { SearchResults } from '../api/index.ts'
import styles from './ArticleList.module.css'
import { HitRow } from './HitRow.tsx'
import { listKeys } from './listKeys.ts'
import type { Selection } from './selection/useSelection.ts'

export interface ArticleListHandle {
  focus(): void
}

interface Props {
  results: SearchResults
  /** The article that is being read, and the highlight it was opened at. */
  open: { articleId: string; highlightId?: string } | null
  citedIn: Record<string, string[]>
  selection: Selection
  /** The rows in sight have changed. */
  onSee(first: number, last: number): void
  onOpen(hit: SearchHit, takesFocus: boolean): void
  /** Up was pressed on the first row. */
  onLeaveUp(): void
  ref: Ref<ArticleListHandle>
}

/** The list box of what was found: only the rows in sight are drawn, however many there are. */
export function ArticleList(props: Props): ReactNode {
  const { results, open, citedIn, selection, onSee, onOpen, onLeaveUp, ref } = props
  const { articles: selected } = selection
  const { rows: total } = results
  const box = useRef<HTMLDivElement>(null)
  const [wanted, setActive] = useState(0)
  const [reach, setReach] = useState(firstReach)
  /** The row that the keys went to; null once the list has been scrolled otherwise. */
  const goneTo = useRef<number | null>(null)
  const active = Math.max(0, Math.min(wanted, total - 1))
  const rows = useVirtualizer({
    count: Math.min(total, reach),
    getScrollElement: () => box.current,
    estimateSize: () => 104,
    getItemKey: i => keyOf(results.at(i)) ?? i,
    overscan: 4,
  })
  const items = rows.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0

  useEffect(() => {
    onSee(first, last)
    if (last > reach - firstReach / 2) setReach(reach + firstReach)
  }, [first, last, reach, onSee])

  // Rows are as high as they are only once they have been read: what has been gone to stays in sight.
  const height = rows.getTotalSize()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height is what is waited for
  useEffect(() => {
    if (goneTo.current !== null) rows.scrollToIndex(goneTo.current)
  }, [height, rows])

  // Other words, another list: it begins at its best match.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are what is waited for
  useEffect(() => {
    goneTo.current = null
    setActive(0)
    setReach(firstReach)
    // To ask the box itself would have it laid out once more.
    if ((rows.scrollOffset ?? 0) > 0) box.current?.scrollTo({ top: 0 })
  }, [results.words, results.order])

  useImperativeHandle(ref, () => ({ focus: () => box.current?.focus() }))

  const onKeyDown = listKeys({
    active,
    total,
    hasSelection: selected.size > 0,
    onLeaveUp,
    onGo(index, isExtending) {
      if (isExtending) selection.extendTo(index, active)
      setActive(index)
      goneTo.current = index
      if (index >= reach) setReach(index + firstReach)
      else rows.scrollToIndex(index)
    },
    onOpen(takesFocus) {
      const hit = results.at(active)
      if (hit) onOpen(hit, takesFocus)
    },
    onToggle: () => selection.toggle(active),
    onExtend: () => selection.extendTo(active, active),
    onAll: selection.all,
    onClear: selection.clear,
  })

  function onClick(event: MouseEvent, index: number): void {
    const isTick = (event.target as Element).closest('[data-tick]') !== null
    if (event.shiftKey) selection.extendTo(index, active)
    else if (event.ctrlKey || event.metaKey || isTick) selection.toggle(index)
    else {
      const hit = results.at(index)
      selection.clear()
      if (hit) onOpen(hit, false)
    }
    setActive(index)
  }

  return (
    <div
      ref={box}
      role="listbox"
      aria-label={results.words.trim() === '' ? 'Articles' : 'Articles, highlights, notes and packs found'}
      aria-multiselectable
      aria-activedescendant={items.some(({ index }) => index === active) ? rowId(active) : undefined}
      tabIndex={0}
      data-selecting={selected.size > 0 || undefined}
      className={styles.box}
      onKeyDown={onKeyDown}
      onWheel={() => {
        goneTo.current = null
      }}
      onPointerDown={() => {
        goneTo.current = null
      }}
      onMouseDown={event => {
        if (!event.shiftKey) return
        // Shift would select the words between.
        event.preventDefault()
        box.current?.focus()
      }}
    >
      <div className={styles.space} role="presentation" style={{ height }}>
        {items.map(({ index, start }) => {
          const hit = results.at(index)
          const isOpen = hit !== undefined && open !== null && isRead(hit, open)
          const isArticle = hit?.kind === 'article'
          const isSelected = isArticle && selected.has(hit.articleId)
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the list box has the focus (active descendant)
            <div
              key={keyOf(hit) ?? index}
              id={rowId(index)}
              ref={rows.measureElement}
              data-index={index}
              data-active={index === active || undefined}
              data-first-other={index === results.othersFrom || undefined}
              role="option"
              // While none is selected, the one that is open is what a reader has chosen.
              aria-selected={selected.size > 0 ? isSelected : isOpen}
              aria-current={isOpen || undefined}
              aria-setsize={total}
              aria-posinset={index + 1}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
              onClick={event => onClick(event, index)}
            >
              {index === results.othersFrom && <div className={styles.divider}>With some of the words</div>}
              {hit ? <HitRow hit={hit} cited={citedIn[hit.articleId] ?? nowhere} /> : 'Reading…'}
              {isArticle && (
                <span
                  aria-hidden
                  data-tick
                  data-on={isSelected || undefined}
                  title={isSelected ? 'Leave out' : 'Select (Ctrl and click)'}
                  className={styles.tick}
                />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

const nowhere: readonly string[] = []

/**
 * So many rows have a place in the box at first, and so many more whenever their end comes near: the places of a hundred thousand would
 * be reckoned at each keystroke.
 */
const firstReach = 1000

const keyOf = (hit: SearchHit | undefined) =>
  hit && `${hit.kind} ${hit.packId ?? hit.highlightId ?? hit.articleId}`

function isRead(hit: SearchHit, open: { articleId: string; highlightId?: string }): boolean {
  if (hit.kind === 'pack') return false
  return (
    hit.articleId === open.articleId && (hit.highlightId === null || hit.highlightId === open.highlightId)
  )
}

const rowId = (index: number) => `article-row-${index}`
