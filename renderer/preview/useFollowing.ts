import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react'
import type { LiveDraftFeed } from './liveDraft.ts'
import { type Positions, placeOf } from './positions.ts'
import type { usePageScroll } from './usePageScroll.ts'

/**
 * Keeps the place of the caret in view: when the caret goes to another child of the document, and when a new preview
 * moves the place, unless an official has scrolled elsewhere since.
 */
export function useFollowing(
  draft: LiveDraftFeed,
  positions: Positions,
  revision: number,
  pages: ReturnType<typeof usePageScroll>,
): void {
  const caret = useSyncExternalStore(draft.subscribe, () => draft.latest()?.caret ?? null)
  const movedAt = useRef(0)
  const follow = useEffectEvent(() => {
    const place = placeOf(positions, caret)
    if (place) pages.show(place)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the move of the caret that is followed
  useEffect(() => {
    if (pages.isScrolling()) return
    movedAt.current = performance.now()
    follow()
  }, [caret])
  const isFirst = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the new preview that is followed
  useEffect(() => {
    if (revision === 0) return
    if (isFirst.current || pages.scrolledAt() < movedAt.current) follow()
    isFirst.current = false
  }, [revision])
}
