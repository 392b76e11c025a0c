import { useQueries } from '@tanstack/react-query'
import { memo, type ReactNode, type RefObject, useState } from 'react'
import type { SearchOrder } from '../../../shared/contract/index.ts'
import { call, searchInput } from '../../api/index.ts'
import { today } from '../../ui/dates.ts'
import { Menu } from '../../ui/index.ts'
import { commonFilters, withFilter } from './commonFilters.ts'

interface Props {
  /** What is typed in the search box. */
  searchWords: RefObject<string>
  order: SearchOrder
  onWords(words: string): void
  /** Types the beginning of a filter, of which the rest is chosen or typed in the box. */
  onBegin(words: string, caret: number): void
}

/** Types the filters that most people want. Each says how many it would leave. */
export const FilterMenu = memo(function FilterMenu({
  searchWords,
  order,
  onWords,
  onBegin,
}: Props): ReactNode {
  /** What was typed when it was opened; null while it is closed. */
  const [typed, setTyped] = useState<string | null>(null)
  const words = typed ?? ''
  const isOpen = typed !== null
  const choices = commonFilters.map(filter => ({ ...filter, words: withFilter(words, filter, today()) }))
  const counts = useQueries({
    queries: choices.map(choice => {
      const input = { ...searchInput({ order, words: choice.words }), limit: 0 }
      return {
        queryKey: ['articles.search', input],
        queryFn: () => call('articles.search', input),
        enabled: isOpen,
      }
    }),
  })
  const begun = [
    { id: 'tag', label: 'Tag…', text: 'tag:' },
    { id: 'pack', label: 'Cited in the pack…', text: 'cited:' },
    { id: 'publisher', label: 'Publisher…', text: 'publisher:' },
  ]
  return (
    <Menu
      label="Filter"
      onOpenChange={isNow => setTyped(isNow ? searchWords.current : null)}
      items={[
        ...choices.map((choice, i) => ({
          id: choice.id,
          label: choice.label,
          note: counts[i]?.data?.total.toLocaleString('en-GB'),
          onAction: () => onWords(choice.words),
        })),
        ...begun.map(({ id, label, text }) => ({
          id,
          label,
          onAction: () => onBegin(`${text} ${words}`.trimEnd(), text.length),
        })),
      ]}
    />
  )
})
