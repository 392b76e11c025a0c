import { expect, it } from 'vitest'
import type { Block } from '../../shared/contract/article.ts'
import { hitsToSee, shownBlocks } from './shownBlocks.ts'

const blocks: Block[] = [
  { kind: 'paragraph', start: 0, end: 10, furniture: 'Teaser' },
  { kind: 'paragraph', start: 11, end: 30 },
  { kind: 'caption', start: 31, end: 40, furniture: 'Photo credit' },
]
const shown = (all: boolean, mustSee: { start: number; end: number }[]) =>
  shownBlocks(blocks, all, mustSee).map(({ index }) => index)

it('hides page furniture until it is asked for', () => {
  expect(shown(false, [])).toEqual([1])
  expect(shown(true, [])).toEqual([0, 1, 2])
})
it('shows the furniture that holds something marked', () => {
  expect(shown(false, [{ start: 35, end: 37 }])).toEqual([1, 2])
})
it('reveals a hit in furniture only where the article itself has none', () => {
  const inside = { start: 2, end: 4 }
  expect(hitsToSee(blocks, [inside, { start: 12, end: 14 }])).toEqual([{ start: 12, end: 14 }])
  expect(hitsToSee(blocks, [inside])).toEqual([inside])
})
