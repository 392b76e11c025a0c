import fc from 'fast-check'
import { expect, it } from 'vitest'
import { portionsOf } from './portions.ts'

it('keeps every file, in order, in no empty portion', () => {
  fc.assert(
    fc.property(fc.nat(3000), count => {
      const files = Array.from({ length: count }, (_, i) => i)
      const portions = portionsOf(files)
      expect(portions.flat()).toEqual(files)
      expect(portions.every(portion => portion.length > 0 && portion.length <= 10_000)).toBe(true)
    }),
  )
})
