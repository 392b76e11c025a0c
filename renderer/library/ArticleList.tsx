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
import styles from './ArticleList.module.css'
import { ArticleRow } from './ArticleRow.tsx'

export interface ArticleListHandle {
  focus(): void
}

interface Props {
  hits: readonly SearchHit[]
  total: number
  openId: string | null
  citedIn: Record<string, string[]>
  onMore(): void
  onOpen(hit: SearchHit, takesFocus: boolean): void
  /** Up was pressed on the first row. */
  onLeaveUp(): void
  ref: Ref<ArticleListHandle>
}

const page = 8

/** The list box of articles: only the rows in sight are drawn, however many there are. */
export function ArticleList(props: Props): ReactNode {
  const { hits, total, openId, citedIn, onMore, onOpen, onLeaveUp, ref } = props
  const box = useRef<HTMLDivElement>(null)
  const [wanted, setActive] = useState(0)
  const active = Math.min(wanted, hits.length - 1)
  const rows = useVirtualizer({
    count: hits.length,
    getScrollElement: () => box.current,
    estimateSize: () => 104,
    getItemKey: i => hits[i]?.articleId ?? i,
    overscan: 6,
  })
  const items = rows.getVirtualItems()
  const lastShown = items.at(-1)?.index ?? 0

  useEffect(() => {
    if (lastShown >= hits.length - 20 && hits.length < total) onMore()
  }, [lastShown, hits.length, total, onMore])

  useImperativeHandle(ref, () => ({ focus: () => box.current?.focus() }))

  function onKeyDown(event: KeyboardEvent): void {
    const { key, ctrlKey, altKey, metaKey } = event
    if (ctrlKey || altKey || metaKey) return
    const hit = hits[active]
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
      End: hits.length - 1,
    }[key]
    if (target === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(target, hits.length - 1))
    setActive(next)
    rows.scrollToIndex(next)
  }

  return (
    <div
      ref={box}
      role="listbox"
      aria-label="Articles"
      aria-activedescendant={
        hits[active] && items.some(({ index }) => index === active) ? rowId(active) : undefined
      }
      tabIndex={0}
      className={styles.box}
      onKeyDown={onKeyDown}
    >
      <div className={styles.space} role="presentation" style={{ height: rows.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const hit = hits[index]
          return (
            hit && (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the keys
              // biome-ignore lint/a11y/useFocusableInteractive: the list box has the focus (active descendant)
              <div
                key={hit.articleId}
                id={rowId(index)}
                ref={rows.measureElement}
                data-index={index}
                data-active={index === active || undefined}
                role="option"
                aria-selected={hit.articleId === openId}
                aria-setsize={total}
                aria-posinset={index + 1}
                className={styles.row}
                style={{ transform: `translateY(${start}px)` }}
                onClick={() => {
                  setActive(index)
                  onOpen(hit, false)
                }}
              >
                <ArticleRow hit={hit} cited={citedIn[hit.articleId] ?? []} />
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}

const rowId = (index: number) => `article-row-${index}`
