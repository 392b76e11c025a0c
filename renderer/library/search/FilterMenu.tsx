import { useQueries } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call, type SearchRequest, searchInput } from '../../api/index.ts'
import { today } from '../../ui/dates.ts'
import { Menu } from '../../ui/index.ts'
import { commonFilters, withFilter } from './commonFilters.ts'

interface Props {
  request: SearchRequest
  onWords(words: string): void
  /** Types the beginning of a filter, of which the rest is chosen or typed in the box. */
  onBegin(words: string, caret: number): void
}

/** Types the filters that most people want. Each says how many it would leave. */
export function FilterMenu({ request, onWords, onBegin }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const choices = commonFilters.map(filter => ({
    ...filter,
    words: withFilter(request.words, filter, today()),
  }))
  const counts = useQueries({
    queries: choices.map(({ words }) => {
      const input = { ...searchInput({ ...request, words }), limit: 0 }
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
      onOpenChange={setOpen}
      items={[
        ...choices.map(({ id, label, words }, i) => ({
          id,
          label,
          note: counts[i]?.data?.total.toLocaleString('en-GB'),
          onAction: () => onWords(words),
        })),
        ...begun.map(({ id, label, text }) => ({
          id,
          label,
          onAction: () => onBegin(`${text} ${request.words}`.trimEnd(), text.length),
        })),
      ]}
    />
  )
}
