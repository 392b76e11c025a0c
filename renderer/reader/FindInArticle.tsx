import type { ReactNode } from 'react'
import { FindBar, FoundBar, useCommands } from '../ui/index.ts'
import type { Find } from './useFind.ts'

interface Props {
  find: Find
  /** The find bar has been closed. */
  onClose(): void
}

/** Going through an article: what one looks for in it, or the places that the search has found. */
export function FindInArticle({ find, onClose }: Props): ReactNode {
  const { words, places, current, look, go, leave } = find
  const isDisabled = places.length === 0
  useCommands([
    { id: 'reader.next', label: 'Next place found', keys: 'F3', isDisabled, run: () => go(1) },
    { id: 'reader.previous', label: 'Previous place found', keys: 'Shift+F3', isDisabled, run: () => go(-1) },
  ])
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
