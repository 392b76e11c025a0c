import { memo, type ReactNode } from 'react'
import type { SearchOrder } from '../../../shared/contract/index.ts'
import { useSetting } from '../../api/index.ts'
import { Select } from '../../ui/index.ts'

interface Props {
  order: SearchOrder
  onOrder(order: SearchOrder): void
  /** Whether there are words that something can match well or badly. */
  hasWords: boolean
}

const labels: Record<SearchOrder, string> = {
  relevance: 'Best match',
  newest: 'Newest first',
  oldest: 'Oldest first',
  publisher: 'By publisher',
}

/** The order of the list. Where there are no words to match, the best is the newest. */
export const OrderSelect = memo(function OrderSelect({ order, onOrder, hasWords }: Props): ReactNode {
  const options = (['relevance', 'newest', 'oldest', 'publisher'] as const).map(value => ({
    value,
    label: labels[value],
  }))
  const newest = order === 'newest' ? 'newest' : 'relevance'
  return (
    <Select
      label="Order"
      isLabelHidden
      value={order}
      onChange={onOrder}
      options={
        hasWords
          ? options
          : [
              { value: newest, label: labels.newest },
              { value: 'oldest', label: labels.oldest },
              { value: 'publisher', label: labels.publisher },
            ]
      }
    />
  )
})

/** The order that was chosen last. */
export function useOrder(): [SearchOrder, (order: SearchOrder) => void] {
  const [kept, keep] = useSetting<string>('search.order', 'relevance')
  return [Object.hasOwn(labels, kept) ? (kept as SearchOrder) : 'relevance', keep]
}
