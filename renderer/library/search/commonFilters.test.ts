import { expect, it } from 'vitest'
import { readQuery } from '../../../shared/search/readQuery.ts'
import { commonFilters, withFilter } from './commonFilters.ts'

const today = '2025-01-15'

it('each is read as one filter of its kind, whatever stands after it', () => {
  for (const filter of commonFilters) {
    for (const words of ['', 'boats', '"small boats', 'OR ships', '(harbour']) {
      const { filters } = readQuery(withFilter(words, filter, today), { today })
      expect(filters.map(({ kind }) => kind)).toEqual([filter.kind])
    }
  }
})

it('stands in place of others of its kind, and beside those of another', () => {
  const [articles, highlights] = commonFilters
  const typed = withFilter('boats', articles!, today)
  expect(withFilter(typed, highlights!, today)).toBe('type:highlight boats')
  expect(withFilter('has:note boats', articles!, today)).toBe('type:article has:note boats')
})
