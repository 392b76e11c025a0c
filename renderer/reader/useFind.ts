import { type RefObject, useEffect, useMemo, useState } from 'react'
import { elementAt } from './domText.ts'
import { findPlaces } from './findPlaces.ts'
import type { TextRange } from './textRange.ts'

export interface Find {
  /** null while nothing is looked for. */
  words: string | null
  places: readonly TextRange[]
  current: number
  /** The place gone to. */
  place: TextRange | null
  look(words: string | null): void
  go(step: 1 | -1): void
}

const none: readonly TextRange[] = []

/** Looking for words in the article that is being read: where they stand, and the one that is shown. */
export function useFind(page: RefObject<HTMLElement | null>, text: string): Find {
  const [words, setWords] = useState<string | null>(null)
  const [wanted, setWanted] = useState(0)
  const places = useMemo(() => (words === null ? none : findPlaces(text, words)), [text, words])
  const current = Math.min(wanted, Math.max(0, places.length - 1))
  const place = places[current] ?? null

  useEffect(() => {
    if (page.current && place) elementAt(page.current, place.start)?.scrollIntoView({ block: 'center' })
  }, [page, place])

  return {
    words,
    places,
    current,
    place,
    look: next => {
      setWords(next)
      setWanted(0)
    },
    go: step => setWanted((current + step + places.length) % Math.max(1, places.length)),
  }
}
