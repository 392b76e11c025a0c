import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changesOf, foldedBlocks } from './foldedBlocks.ts'

const blocks = (kinds: string) =>
  [...kinds].map(kind => ({ kind: kind === '.' ? ('same' as const) : ('changed' as const) }))

it('folds unchanged blocks but for the one beside each change', () => {
  expect(foldedBlocks(blocks('.....x.....'), new Set())).toEqual([
    { kind: 'fold', first: 0, last: 3 },
    { kind: 'block', index: 4 },
    { kind: 'block', index: 5 },
    { kind: 'block', index: 6 },
    { kind: 'fold', first: 7, last: 10 },
  ])
})
it('shows a short run as it is, and a long one once it is unfolded', () => {
  expect(foldedBlocks(blocks('x....x'), new Set()).every(({ kind }) => kind === 'block')).toBe(true)
  expect(foldedBlocks(blocks('x.....x'), new Set())[2]).toEqual({ kind: 'fold', first: 2, last: 4 })
  expect(foldedBlocks(blocks('x.....x'), new Set([2]))).toHaveLength(7)
})
it('holds every block once and in order, whatever is folded', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('.', 'x')), fc.array(fc.nat(30)), (kinds, unfolded) => {
      const items = foldedBlocks(blocks(kinds.join('')), new Set(unfolded))
      const held = items.flatMap(item =>
        item.kind === 'block'
          ? [item.index]
          : Array.from({ length: item.last - item.first + 1 }, (_, i) => item.first + i),
      )
      expect(held).toEqual(kinds.map((_, i) => i))
      for (const item of items) {
        if (item.kind === 'fold') expect(kinds.slice(item.first, item.last + 1)).not.toContain('x')
      }
    }),
  )
})
it('counts changed blocks that follow one another as one change', () => {
  expect(changesOf(blocks('xx..x.x'))).toEqual([0, 4, 6])
  expect(changesOf(blocks('...'))).toEqual([])
})
