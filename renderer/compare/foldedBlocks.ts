import type { Comparison } from '../../shared/contract/index.ts'

export type ComparedBlock = Comparison['blocks'][number]

/** What is drawn of a comparison: a block by its index, or a run of unchanged ones, `last` included, to be unfolded. */
export type DrawnItem = { kind: 'block'; index: number } | { kind: 'fold'; first: number; last: number }

/** Fewer unchanged blocks than this are shown as they are: a button in their place would save nothing. */
const leastFolded = 3

/** Unchanged blocks fold together, but for the one beside each change, which says where one is. */
export function foldedBlocks(
  blocks: readonly Pick<ComparedBlock, 'kind'>[],
  unfolded: ReadonlySet<number>,
): DrawnItem[] {
  const items: DrawnItem[] = []
  const draw = (from: number, to: number) => {
    for (let index = from; index < to; index++) items.push({ kind: 'block', index })
  }
  for (let index = 0; index < blocks.length; ) {
    const end = endOfSame(blocks, index)
    if (end === index) {
      draw(index, index + 1)
      index += 1
      continue
    }
    const first = index === 0 ? 0 : index + 1
    const last = end === blocks.length ? end - 1 : end - 2
    if (last - first + 1 < leastFolded || unfolded.has(first)) draw(index, end)
    else {
      draw(index, first)
      items.push({ kind: 'fold', first, last })
      draw(last + 1, end)
    }
    index = end
  }
  return items
}

/** Where the run of unchanged blocks that begins at `index` ends; `index` itself when that one has changed. */
function endOfSame(blocks: readonly Pick<ComparedBlock, 'kind'>[], index: number): number {
  let end = index
  while (end < blocks.length && blocks[end]!.kind === 'same') end += 1
  return end
}

/** The indices at which a change begins: changed blocks that follow one another are one change. */
export function changesOf(blocks: readonly Pick<ComparedBlock, 'kind'>[]): number[] {
  return blocks.flatMap(({ kind }, i) =>
    kind !== 'same' && (i === 0 || blocks[i - 1]!.kind === 'same') ? [i] : [],
  )
}
