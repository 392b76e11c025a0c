import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, BlockKind } from '../../../shared/contract/article.ts'
import { readBlocks, storedBlocks } from './storedBlocks.ts'

const blocks = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...BlockKind.options),
      gap: fc.oneof(fc.constant(1), fc.nat(5)),
      length: fc.integer({ min: 1, max: 5000 }),
      furniture: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
    }),
  )
  .map(all => {
    let at = -1
    return all.map(({ kind, gap, length, furniture }, i): Block => {
      const start = Math.max(i === 0 ? 0 : at, at + gap)
      at = start + length
      return { kind, start, end: at, ...(furniture === undefined ? {} : { furniture }) }
    })
  })

test('blocks come back as they were', () => {
  fc.assert(
    fc.property(blocks, all => {
      expect(readBlocks(storedBlocks(all))).toEqual(all)
    }),
  )
})

test('so do those that an earlier Despatch stored', () => {
  fc.assert(
    fc.property(blocks, all => {
      expect(readBlocks(JSON.stringify(all))).toEqual(all)
    }),
  )
})

test('paragraphs one after another take ten bytes each', () => {
  const all = Array.from(
    { length: 100 },
    (_, i): Block => ({ kind: 'paragraph', start: i * 300, end: i * 300 + 299 }),
  )
  expect(storedBlocks(all).length).toBeLessThan(1000)
})
