import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
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
import { ArticleRow } from './ArticleRow.tsx'

export interface ArticleListHandle {
  focus(): void
}

interface Props {
  results: SearchResults
  openId: string | null
  citedIn: Record<string, string[]>
  /** The rows in sight have changed. */
  onSee(first: number, last: number): void
  onOpen(hit: SearchHit, takesFocus: boolean): void
  /** Up was pressed on the first row. */
  onLeaveUp(): void
  ref: Ref<ArticleListHandle>
}

const page = 8

/** The list box of articles: only the rows in sight are drawn, however many there are. */
export function ArticleList(props: Props): ReactNode {
  const { results, openId, citedIn, onSee, onOpen, onLeaveUp, ref } = props
  const total = results.total ?? 0
  const box = useRef<HTMLDivElement>(null)
  const [wanted, setActive] = useState(0)
  const active = Math.max(0, Math.min(wanted, total - 1))
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => 104,
    getItemKey: i => results.at(i)?.articleId ?? i,
    overscan: 6,
  })
  const items = rows.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0

  useEffect(() => onSee(first, last), [first, last, onSee])

  // Other words, another list: it begins at its best match.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are what is waited for
  useEffect(() => {
    setActive(0)
    box.current?.scrollTo({ top: 0 })
  }, [results.words])

  useImperativeHandle(ref, () => ({ focus: () => box.current?.focus() }))

  function onKeyDown(event: KeyboardEvent): void {
    const { key, ctrlKey, altKey, metaKey } = event
    if (ctrlKey || altKey || metaKey) return
    const hit = results.at(active)
    if ((key === 'Enter' || key === ' ') && hit) {
      event.preventDefault()
      onOpen(hit, key === 'Enter')
      return
    }
    if (key === 'ArrowUp' && active === 0) {
      event.preventDefault()
      onLeaveUp()
      return
    }
    const target = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: total - 1,
    }[key]
    if (target === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(target, total - 1))
    setActive(next)
    rows.scrollToIndex(next)
  }

  return (
    <div
      ref={box}
      role="listbox"
      aria-label="Articles"
      aria-activedescendant={items.some(({ index }) => index === active) ? rowId(active) : undefined}
      tabIndex={0}
      className={styles.box}
      onKeyDown={onKeyDown}
    >
      <div className={styles.space} role="presentation" style={{ height: rows.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const hit = results.at(index)
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the list box has the focus (active descendant)
            <div
              key={hit?.articleId ?? index}
              id={rowId(index)}
              ref={rows.measureElement}
              data-index={index}
              data-active={index === active || undefined}
              role="option"
              aria-selected={hit !== undefined && hit.articleId === openId}
              aria-setsize={total}
              aria-posinset={index + 1}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => {
                setActive(index)
                if (hit) onOpen(hit, false)
              }}
            >
              {hit ? <ArticleRow hit={hit} cited={citedIn[hit.articleId] ?? []} /> : 'Reading…'}
            </div>
          )
        })}
      </div>
    </div>
  )
}

const rowId = (index: number) => `article-row-${index}`
