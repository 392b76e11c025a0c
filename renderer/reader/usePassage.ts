import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { Highlight } from '../../shared/contract/index.ts'
import { toast } from '../ui/index.ts'
import { elementAt } from './domText.ts'
import type { Passage } from './passage.ts'
import type { TextRange } from './textRange.ts'

/** How long a passage that was followed to stands out, in milliseconds. */
const flashTime = 4000

/** Of a highlight that was found by searching. */
const unmarked =
  'The words of this highlight do not stand in the article as they were marked. It is listed for review there.'
const missing =
  'The passage that is cited is not marked in this version of the article. Mark it again and cite it anew.'

/** Brings the passage asked for into view; one that was followed from the draft flashes and takes the focus. */
export function usePassage(
  page: RefObject<HTMLElement | null>,
  passage: Passage,
  highlights: readonly Highlight[],
): { target: TextRange | null; flash: TextRange | null } {
  const { asked, at, highlightId, takesFocus, words } = passage
  const highlight = highlights.find(each => each.highlightId === highlightId)
  const [start, end] = highlight ? [highlight.start, highlight.end] : [at?.start, at?.end]
  const target = useMemo(
    () => (start === undefined || end === undefined ? null : { start, end }),
    [start, end],
  )
  const [flashed, setFlashed] = useState<number | null>(null)
  const isFollowed = highlight !== undefined

  const told = useRef<number | null>(null)

  useEffect(() => {
    const root = page.current
    if (!root) return
    if (!target && highlightId !== undefined) {
      if (told.current !== asked) toast(words === undefined ? missing : unmarked)
      told.current = asked
      return
    }
    told.current = asked
    if (!target) {
      root.closest('[data-scroller]')?.scrollTo({ top: 0 })
      if (takesFocus) root.querySelector<HTMLElement>('[data-block]')?.focus()
      return
    }
    const element = elementAt(root, target.start)
    element?.scrollIntoView({ block: 'center' })
    if (takesFocus) element?.closest<HTMLElement>('[data-block]')?.focus({ preventScroll: true })
    if (!isFollowed) return
    setFlashed(asked)
    const timer = setTimeout(() => setFlashed(null), flashTime)
    return () => clearTimeout(timer)
  }, [asked, target, isFollowed, takesFocus, highlightId, words, page])

  return { target, flash: flashed === asked ? target : null }
}
