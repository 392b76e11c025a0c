import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findPlaces } from './findPlaces.ts'

it('finds words whatever their case and across a line', () => {
  expect(findPlaces('Small boats. SMALL\nBOATS', 'small boats')).toEqual([
    { start: 0, end: 11 },
    { start: 13, end: 24 },
  ])
})
it('finds nothing for nothing', () => {
  expect(findPlaces('Small boats', '  ')).toEqual([])
})
it('takes whatever is typed as it is, and finds it where it stands', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, words, after) => {
      fc.pre(words.trim() === words)
      const found = findPlaces(`${before}${words}${after}`, words)
      expect(found.length).toBeGreaterThan(0)
    }),
  )
})
