import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paginate } from './paginate.ts'
import type { Strip } from './strip.ts'

const strip = (height: number, keepWithNext = false, before = 0): Strip => ({
  height,
  before,
  keepWithNext,
  lines: [],
  rules: [],
})
const heights = (pages: ReturnType<typeof paginate>) =>
  pages.map(page => page.map(({ strip }) => strip.height))

test('strips that belong together go to the next page together', () => {
  const pages = paginate([strip(60), strip(20, true), strip(30)], 100)
  expect(heights(pages)).toEqual([[60], [20, 30]])
})

test('a chain taller than a page is cut where the page ends', () => {
  const pages = paginate([strip(40, true), strip(41, true), strip(42, true), strip(43)], 100)
  expect(heights(pages)).toEqual([
    [40, 41],
    [42, 43],
  ])
})

test('a table goes on under its header again', () => {
  const header = [strip(10, true)]
  const rows = [1, 2, 3].map(i => ({ ...strip(40 + i), header }))
  const pages = paginate([...header, ...rows], 100)
  expect(heights(pages)).toEqual([
    [10, 41, 42],
    [10, 43],
  ])
  expect(pages[1]![0]!.repeated).toBe(true)
})

test('every strip stands once, in order, inside its page, with no white space above the first', () => {
  const strips = fc.array(
    fc.record({
      height: fc.integer({ min: 1, max: 90 }),
      before: fc.integer({ min: 0, max: 30 }),
      keep: fc.boolean(),
    }),
    { minLength: 1, maxLength: 80 },
  )
  fc.assert(
    fc.property(strips, specs => {
      const all = specs.map(({ height, before, keep }) => strip(height, keep, before))
      const pages = paginate(all, 100)
      expect(pages.flatMap(page => page.map(({ strip }) => strip))).toEqual(all)
      for (const page of pages) {
        expect(page[0]!.top).toBe(0)
        const last = page.at(-1)!
        expect(last.top + last.strip.height).toBeLessThanOrEqual(100)
      }
    }),
  )
})
