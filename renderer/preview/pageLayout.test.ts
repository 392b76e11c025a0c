import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gap, layOut, pagesBetween, placeAt, scrollToShow, yOf } from './pageLayout.ts'

const a4 = { width: 595, height: 842 }
const layout = layOut([a4, a4, a4], 1)

describe('pages below one another', () => {
  test('stand with a gap above, between and below', () => {
    expect(layout.pages.map(({ top }) => top)).toEqual([gap, 842 + 2 * gap, 2 * 842 + 3 * gap])
  })

  test('a height is a place, and the place is at that height', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0.2, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (count, scale, share) => {
          const layout = layOut(Array(count).fill(a4), scale)
          const page = Math.min(count - 1, Math.floor(share * count))
          const place = { page, top: share * 800 }
          const found = placeAt(layout, yOf(layout, place))
          expect(found.page).toBe(page)
          expect(found.top).toBeCloseTo(place.top, 3)
        },
      ),
    )
  })

  test('those that are seen are those that the view cuts', () => {
    expect(pagesBetween(layout, 0, 500)).toEqual([0, 0])
    expect(pagesBetween(layout, 500, 1200)).toEqual([0, 1])
    expect(pagesBetween(layout, 870, 1200)).toEqual([1, 1])
    expect(pagesBetween(layout, 5000, 6000)).toEqual([2, 2])
  })

  test('there may be none', () => {
    const none = layOut([], 1)
    expect(yOf(none, { page: 3, top: 10 })).toBe(0)
    expect(placeAt(none, 50)).toEqual({ page: 0, top: 0 })
    expect(pagesBetween(none, 0, 500)).toEqual([-1, 0])
  })
})

describe('scrolling to a place', () => {
  test('is not done while it is seen', () => {
    expect(scrollToShow(layout, { page: 0, top: 100 }, 50, 400)).toBeNull()
    expect(scrollToShow(layout, { page: 0, top: 100 }, 116, 400)).toBeNull()
  })
  test('puts it a third down the view, whether it stood above or below', () => {
    expect(scrollToShow(layout, { page: 1, top: 100 }, 0, 300)).toBe(842 + 2 * gap + 100 - 100)
    expect(scrollToShow(layout, { page: 0, top: 100 }, 900, 300)).toBe(gap)
  })
  test('is done for the last line that shows, of which the rest does not', () => {
    expect(scrollToShow(layout, { page: 0, top: 380 }, 0, 400)).not.toBeNull()
  })
})
