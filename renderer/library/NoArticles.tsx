import type { ReactNode } from 'react'
import { Button, EmptyState } from '../ui/index.ts'

interface Props {
  failure: Error | null
  words: string
  /** There is no article at all. */
  isEmpty: boolean
  isReadOnly: boolean
  onClear(): void
  onOpenSample(): void
}

/** What stands where the articles would, and what to do next. */
export function NoArticles({ failure, words, isEmpty, isReadOnly, onClear, onOpenSample }: Props): ReactNode {
  if (failure) {
    return (
      <div role="alert">
        <EmptyState title="The articles could not be searched">
          <p>{failure.message}</p>
        </EmptyState>
      </div>
    )
  }
  if (isEmpty) {
    return (
      <EmptyState title="No articles yet">
        <p>
          Add articles: web pages, PDFs, documents, mail or text, one by one or a whole folder. You can also
          drop them here, or paste them. They stay on this computer.
        </p>
        <p>Or look at what a finished pack is like, with its articles.</p>
        <Button onPress={onOpenSample} isDisabled={isReadOnly}>
          Open the sample pack
        </Button>
      </EmptyState>
    )
  }
  if (words === '') return null
  return (
    <EmptyState title={`No article holds “${words.trim().slice(0, 80)}”`}>
      <p>Every word typed must be in the article, its title, its byline or its publisher. Try fewer words.</p>
      <Button onPress={onClear}>Clear the search</Button>
    </EmptyState>
  )
}
