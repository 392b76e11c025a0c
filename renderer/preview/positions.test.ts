import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { childAt, type Positions, placeOf } from './positions.ts'

const positions: Positions = [
  { origin: 0, page: 0, top: 120 },
  { origin: 1, page: 0, top: 300 },
  { origin: 3, page: 1, top: 80 },
]

describe('the place of a child', () => {
  test('is where it was printed', () => {
    expect(placeOf(positions, 3)).toEqual({ page: 1, top: 80 })
  })
  test('is that of what stands before it, where it prints nothing or is not printed yet', () => {
    expect(placeOf(positions, 2)).toEqual({ page: 0, top: 300 })
    expect(placeOf(positions, 9)).toEqual({ page: 1, top: 80 })
  })
  test('is the top of the pack for the head', () => {
    expect(placeOf(positions, null)).toEqual({ page: 0, top: 0 })
  })
  test('is not known while no place is', () => {
    expect(placeOf([], 1)).toBeNull()
    expect(childAt([], { page: 0, top: 0 })).toBeNull()
  })
})

describe('the child at a place', () => {
  test('is the one that was printed last before it', () => {
    expect(childAt(positions, { page: 0, top: 299 })).toBe(0)
    expect(childAt(positions, { page: 1, top: 10 })).toBe(1)
    expect(childAt(positions, { page: 7, top: 10 })).toBe(3)
  })
  test('is the first above all of them', () => {
    expect(childAt(positions, { page: 0, top: 1 })).toBe(0)
  })
  test('is the one whose place it is', () => {
    const increasing = fc
      .array(fc.record({ page: fc.nat(3), top: fc.integer({ min: 1, max: 800 }) }), { minLength: 1 })
      .map(places => {
        const keys = [...new Set(places.map(({ page, top }) => page * 1000 + top))].sort((a, b) => a - b)
        return keys.map((key, i) => ({ origin: 2 * i, page: Math.floor(key / 1000), top: key % 1000 }))
      })
    fc.assert(
      fc.property(increasing, places => {
        for (const { origin } of places) expect(childAt(places, placeOf(places, origin)!)).toBe(origin)
      }),
    )
  })
})
