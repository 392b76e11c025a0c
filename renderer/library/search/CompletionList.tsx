import { type ReactNode, useEffect, useRef } from 'react'
import styles from './Search.module.css'
import type { CompletionState } from './useCompletion.ts'

/** The box under the search box: what may be typed next, each with what it is. */
export function CompletionList({ id, completion }: { id: string; completion: CompletionState }): ReactNode {
  const { offers, active, take } = completion
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div ref={list} id={id} role="listbox" aria-label="What can be typed here" className={styles.offers}>
      {offers.map((offer, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the search box has the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the search box has the focus (active descendant)
        <div
          key={offer.label}
          id={offerId(id, i)}
          role="option"
          aria-selected={i === active}
          className={styles.offer}
          // The focus stays in the box.
          onMouseDown={event => event.preventDefault()}
          onClick={() => take(offer)}
        >
          <span className={styles.offered}>{offer.label}</span>
          {offer.insert.endsWith(':') && <span className={styles.hint}>{offer.hint}</span>}
        </div>
      ))}
    </div>
  )
}

export const offerId = (listId: string, index: number) => `${listId}-${index}`
