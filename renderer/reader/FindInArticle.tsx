import type { ReactNode } from 'react'
import { FindBar, FoundBar } from '../ui/index.ts'
import type { Find } from './useFind.ts'
import { usePlaceKeys } from './usePlaceKeys.ts'

interface Props {
  find: Find
  /** The find bar has been closed. */
  onClose(): void
}

/** Going through an article: what one looks for in it, or the places that the search has found. */
export function FindInArticle({ find, onClose }: Props): ReactNode {
  const { words, places, current, look, go, leave } = find
  usePlaceKeys(places.length > 0, go)
  if (words !== null) {
    return (
      <FindBar
        label="Find in the article"
        words={words}
        places={places.length}
        current={current}
        onWords={look}
        onGo={go}
        onClose={onClose}
      />
    )
  }
  if (places.length < 2) return null
  return (
    <FoundBar
      places={places.length}
      current={current}
      onGo={go}
      onClose={() => {
        leave()
        onClose()
      }}
    />
  )
}
