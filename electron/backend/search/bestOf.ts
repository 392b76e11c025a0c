/** Keeps the best so many of what is offered: by rank, then the greater key first. */
export interface Best {
  offer(rank: number, key: number): void
  /** What ranks lower than this is not kept. */
  least(): number
  /** The best first. */
  inOrder(): { rank: number; key: number }[]
}

export function bestOf(most: number): Best {
  // A heap with the worst of the kept at its root.
  const ranks: number[] = []
  const keys: number[] = []
  const isWorse = (i: number, j: number): boolean =>
    ranks[i]! < ranks[j]! || (ranks[i] === ranks[j] && keys[i]! < keys[j]!)
  const swap = (i: number, j: number): void => {
    ;[ranks[i], ranks[j]] = [ranks[j]!, ranks[i]!]
    ;[keys[i], keys[j]] = [keys[j]!, keys[i]!]
  }
  const sink = (): void => {
    for (let i = 0; ; ) {
      let worst = i
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < ranks.length && isWorse(child, worst)) worst = child
      if (worst === i) return
      swap(i, worst)
      i = worst
    }
  }
  return {
    offer(rank, key) {
      if (ranks.length < most) {
        ranks.push(rank)
        keys.push(key)
        for (let i = ranks.length - 1; i > 0; ) {
          const parent = (i - 1) >> 1
          if (!isWorse(i, parent)) break
          swap(i, parent)
          i = parent
        }
        return
      }
      if (most === 0 || rank < ranks[0]! || (rank === ranks[0] && key < keys[0]!)) return
      ranks[0] = rank
      keys[0] = key
      sink()
    },
    least: () => (most === 0 ? Infinity : ranks.length < most ? -Infinity : ranks[0]!),
    inOrder: () =>
      ranks.map((rank, i) => ({ rank, key: keys[i]! })).sort((a, b) => b.rank - a.rank || b.key - a.key),
  }
}
