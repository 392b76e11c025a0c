import { type RefObject, useEffect, useMemo, useState } from 'react'
import { elementAt } from './domText.ts'
import { findPlaces } from './foundWords.ts'
import type { TextRange } from './textRange.ts'

export interface Find {
  /** What is looked for in the find bar; null while that is not open. */
  words: string | null
  /** Where it stands or, while the find bar is not open, where what was searched stands. */
  places: readonly TextRange[]
  /** Which of them is shown, from 0. */
  current: number
  /** The place gone to. */
  place: TextRange | null
  look(words: string | null): void
  /** What was searched is neither marked nor gone through any more. */
  leave(): void
  isLeft: boolean
  go(step: 1 | -1): void
}

const none: readonly TextRange[] = []

/**
 * Going from place to place in the article that is being read: of what is looked for in it or, until something is, of
 * what was `searched`, beginning at `from` where it was opened, or `ahead` places on. A new `asked` begins anew.
 */
export function useFind(
  page: RefObject<HTMLElement | null>,
  text: string,
  searched: readonly TextRange[],
  { from, asked, ahead }: { from: number; asked: number; ahead: number },
): Find {
  const [words, setWords] = useState<string | null>(null)
  const [gone, setGone] = useState(ahead === 0 ? null : { steps: ahead, asked })
  const [left, setLeft] = useState<number | null>(null)
  const isLeft = left === asked
  const places = useMemo(() => {
    if (words !== null) return findPlaces(text, words)
    return isLeft ? none : searched
  }, [text, words, searched, isLeft])
  const isGone = gone !== null && gone.asked === asked
  const opened =
    words === null
      ? Math.max(
          0,
          places.findIndex(({ end }) => end > from),
        )
      : 0
  const steps = isGone ? gone.steps : 0
  const current = places.length === 0 ? 0 : mod(opened + steps, places.length)
  // What was searched is only gone to when that is asked for: the passage itself is in view already.
  const place = words !== null || isGone ? (places[current] ?? null) : null

  useEffect(() => {
    const element = page.current && place && elementAt(page.current, place.start)
    if (!element) return
    element.scrollIntoView({ block: 'center' })
    // Who reads by keyboard goes along.
    if (document.activeElement?.matches('[data-block]'))
      element.closest<HTMLElement>('[data-block]')?.focus({ preventScroll: true })
  }, [page, place])

  return {
    words,
    isLeft,
    leave: () => setLeft(asked),
    places,
    current,
    place,
    look: next => {
      setWords(next)
      setGone(null)
    },
    go: step => setGone({ steps: steps + step, asked }),
  }
}

const mod = (number: number, by: number): number => ((number % by) + by) % by
