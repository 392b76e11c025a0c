import type { Filter } from '../../../shared/search/query.ts'
import { typedFilters, withoutFilters } from '../../../shared/search/typedFilters.ts'

export interface CommonFilter {
  id: string
  label: string
  /** What is typed for it. */
  text: string
  kind: Filter['kind']
}

/** The filters that most people want, to be had without knowing the language. */
export const commonFilters: readonly CommonFilter[] = [
  { id: 'articles', label: 'Only articles', text: 'type:article', kind: 'type' },
  { id: 'highlights', label: 'Only highlights', text: 'type:highlight', kind: 'type' },
  { id: 'notes', label: 'Only notes', text: 'type:note', kind: 'type' },
  { id: 'packs', label: 'Only packs', text: 'type:pack', kind: 'type' },
  { id: 'marked', label: 'With highlights', text: 'has:highlight', kind: 'has' },
  { id: 'cited', label: 'Cited in a pack', text: 'cited:yes', kind: 'cited' },
  { id: 'uncited', label: 'Not yet cited', text: 'cited:no', kind: 'cited' },
  { id: 'recent', label: 'Published in the last month', text: 'after:"a month ago"', kind: 'date' },
]

/**
 * The words with a filter before them, in place of others of its kind. It stands in front, where a phrase that
 * is still open or a word that is still being typed does not swallow it.
 */
export function withFilter(
  words: string,
  { text, kind }: Pick<CommonFilter, 'text' | 'kind'>,
  today: string,
): string {
  const others = typedFilters(words, today).filter(({ filter }) => filter.kind === kind)
  const rest = withoutFilters(words, others)
  return rest === '' ? `${text} ` : `${text} ${rest}`
}
