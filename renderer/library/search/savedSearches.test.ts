import { expect, it } from 'vitest'
import { changeInWords, readSaved, type SavedSearch, withSaved } from './savedSearches.ts'

const saved = (name: string, seenTotal = 3): SavedSearch => ({
  name,
  words: name,
  seenAt: '2025-01-15T10:00:00.000Z',
  seenTotal,
})

it('takes from the setting what is as it should be', () => {
  expect(
    readSaved([saved('Boats'), null, 'x', { name: 'Boats' }, { ...saved('x'), seenTotal: '3' }]),
  ).toEqual([saved('Boats')])
  expect(readSaved(undefined)).toEqual([])
  expect(readSaved({ name: 'Boats' })).toEqual([])
})
it('keeps them by name, and one of each', () => {
  const all = [saved('Boats 10'), saved('Ferries')].reduce<SavedSearch[]>(withSaved, [saved('Boats 2')])
  expect(all.map(({ name }) => name)).toEqual(['Boats 2', 'Boats 10', 'Ferries'])
  expect(withSaved(all, saved('Ferries', 9)).map(({ seenTotal }) => seenTotal)).toEqual([3, 3, 9])
})
it('says what has changed', () => {
  expect(changeInWords(saved('Boats'), 1203)).toBe('1,200 more than last time')
  expect(changeInWords(saved('Boats'), 3)).toBe('nothing new')
  expect(changeInWords(saved('Boats'), 1)).toBe('2 fewer than last time')
})
