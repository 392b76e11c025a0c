import type { ReactNode } from 'react'
import { type TypedFilter, withoutFilters } from '../../shared/search/typedFilters.ts'
import { searchInput, useCall } from '../api/index.ts'
import { Button, EmptyState } from '../ui/index.ts'

interface Props {
  failure: Error | null
  words: string
  /** How many documents cannot be found yet. */
  waiting: number
  filters: readonly TypedFilter[]
  /** There is no article at all. */
  isEmpty: boolean
  isReadOnly: boolean
  /** Types other words. */
  onWords(words: string): void
  onOpenSample(): void
}

/** What stands where the list would: why there is nothing, and what to do next. */
export function NothingFound(props: Props): ReactNode {
  const { failure, words, waiting, filters, isEmpty, isReadOnly, onWords, onOpenSample } = props
  const rest = withoutFilters(words, filters)
  const { data: unfiltered } = useCall(
    'articles.search',
    { ...searchInput({ words: rest, order: 'relevance' }), limit: 0 },
    { enabled: filters.length > 0 && !isEmpty },
  )
  if (failure) {
    return (
      <div role="alert">
        <EmptyState title="The articles could not be searched">
          <p>{failure.message}</p>
        </EmptyState>
      </div>
    )
  }
  if (isEmpty && words.trim() === '') {
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
  if (words.trim() === '') return null
  const clear = <Button onPress={() => onWords('')}>Clear the search</Button>
  if (waiting > 0)
    return (
      <EmptyState title={`Nothing holds “${words.trim().slice(0, 80).toWellFormed()}” so far`}>
        <p>
          The search index is being made anew, and {waiting.toLocaleString('en-GB')} are still to be indexed.
          The list fills as they are found.
        </p>
        {clear}
      </EmptyState>
    )
  if (filters.length > 0) {
    const left = unfiltered?.total ?? 0
    const many = filters.length > 1
    return (
      <EmptyState title={many ? 'The filters leave nothing' : 'The filter leaves nothing'}>
        {left > 0 ? (
          <>
            <p>
              Without {many ? 'them' : 'it'}, {left === 1 ? '1 is' : `${left.toLocaleString('en-GB')} are`}{' '}
              found.
            </p>
            <Button onPress={() => onWords(rest)}>Take the {many ? 'filters' : 'filter'} away</Button>
          </>
        ) : (
          <>
            <p>Nothing is found without {many ? 'them' : 'it'} either. Try fewer or other words.</p>
            {clear}
          </>
        )}
      </EmptyState>
    )
  }
  if (!/[\p{L}\p{N}]/u.test(words)) {
    return (
      <EmptyState title="There is no word to search for">
        <p>Type a word or a figure; signs alone are not searched.</p>
        {clear}
      </EmptyState>
    )
  }
  return (
    <EmptyState title={`Nothing holds “${words.trim().slice(0, 80).toWellFormed()}”`}>
      <p>
        Each word must be in an article with its title, byline and publisher, in a note or in a pack, in any
        form. Try fewer words, or OR between them.
      </p>
      {clear}
    </EmptyState>
  )
}
