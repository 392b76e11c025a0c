import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segments } from './segments.ts'

const range = fc.tuple(fc.nat(50), fc.nat(50)).map(([start, length]) => ({ start, end: start + length }))

describe('segments', () => {
  it('cuts where highlights overlap', () => {
    const a = { start: 2, end: 6, id: 'a' }
    const b = { start: 4, end: 9, id: 'b' }
    const cut = segments({ start: 0, end: 8 }, [a, b])
    expect(cut.map(({ start, end, over }) => [start, end, over.map(({ id }) => id).join('')])).toEqual([
      [0, 2, ''],
      [2, 4, 'a'],
      [4, 6, 'ab'],
      [6, 8, 'b'],
    ])
  })

  it('joins without a gap, and lays over each character just what covers it', () => {
    fc.assert(
      fc.property(range, fc.array(range, { maxLength: 8 }), (within, overlays) => {
        const cut = segments(within, overlays)
        expect(cut.reduce((at, { start, end }) => (start === at ? end : Number.NaN), within.start)).toBe(
          within.end,
        )
        for (const { start, end, over } of cut) {
          for (let at = start; at < end; at++) {
            expect(over).toEqual(overlays.filter(o => o.start <= at && at < o.end))
          }
        }
      }),
    )
  })
})
