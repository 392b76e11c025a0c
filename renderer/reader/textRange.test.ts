import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trimRange } from './textRange.ts'

describe('trimRange', () => {
  it('takes white space off both ends, whichever way it was selected', () => {
    expect(trimRange('one  two\nthree', 3, 9)).toEqual({ start: 5, end: 8 })
    expect(trimRange('one  two\nthree', 9, 3)).toEqual({ start: 5, end: 8 })
  })

  it('is null when only white space is selected', () => {
    expect(trimRange('one  two', 3, 5)).toBeNull()
  })

  it('never cuts a surrogate pair, and never lets go of a letter that was selected', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(60), fc.nat(60), (text, a, b) => {
        const range = trimRange(text, a, b)
        const asked = text.slice(Math.min(a, b), Math.max(a, b))
        if (!range) {
          expect(asked.trim()).toBe('')
          return
        }
        const got = text.slice(range.start, range.end)
        expect(text.isWellFormed() && got.isWellFormed()).toBe(text.isWellFormed())
        expect(got).toContain(asked.trim())
        expect(got.length - asked.trim().length).toBeLessThanOrEqual(2)
      }),
    )
  })
})
