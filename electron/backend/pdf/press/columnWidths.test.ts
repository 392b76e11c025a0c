import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnWidths } from './columnWidths.ts'

test('short columns keep to one line, long ones share the rest', () => {
  const [date, event] = columnWidths(
    [
      { widest: 80, word: 40 },
      { widest: 900, word: 60 },
    ],
    450,
  )
  expect(date).toBeCloseTo(80)
  expect(event).toBeCloseTo(370)
})

test('the columns fill the width, and no word is cut where all have room', () => {
  const demand = fc
    .tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 600 }))
    .map(([word, more]) => ({ word, widest: word + more }))
  fc.assert(
    fc.property(fc.array(demand, { minLength: 1, maxLength: 9 }), demands => {
      const widths = columnWidths(demands, 450)
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(450)
      const words = demands.reduce((sum, { word }) => sum + word, 0)
      const fits = widths.every((width, i) => width >= demands[i]!.word - 0.001)
      expect(fits || words >= 450).toBe(true)
    }),
  )
})
