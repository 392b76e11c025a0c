import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestOf } from './bestOf.ts'
import { byteSink } from './bytes.ts'
import { intersect, uniteAll, uniteBest, without } from './joinMatches.ts'
import { everything, type Matches, mostOf, scored } from './matches.ts'
import { forgetMatches } from './matchRoom.ts'
import { offerMatches } from './offerMatches.ts'
import type { LiveSegment } from './openIndex.ts'
import { decodePostings, writePostings } from './postings.ts'
import { kindWorth } from './ranking.ts'

const all = 60

/** A term of few or many documents, as a segment stores it, or every document. */
type Leaf = { impacts: Map<number, number>; step: number } | 'everything'
type Tree = Leaf | { how: 'and' | 'or' | 'best' | 'not'; one: Tree; other: Tree }

const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ impacts: postings(), step: fc.constantFrom(0.5, 0.004, 1.25) }) },
  { weight: 1, arbitrary: fc.constant('everything' as const) },
)

function postings() {
  return fc
    .tuple(
      fc.constantFrom(0.03, 0.3, 0.5, 0.95),
      fc.array(fc.tuple(fc.double({ noNaN: true, max: 1, min: 0 }), fc.integer({ min: 1, max: 255 })), {
        minLength: all,
        maxLength: all,
      }),
    )
    .map(
      ([share, each]) =>
        new Map(each.flatMap(([chance, impact], i) => (chance < share ? [[i, impact] as const] : []))),
    )
}

const { tree } = fc.letrec<{ tree: Tree }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.record({
      how: fc.constantFrom('and' as const, 'or' as const, 'best' as const, 'not' as const),
      one: tie('tree'),
      other: tie('tree'),
    }),
  ),
}))

function matched(node: Tree): Matches {
  if (node === 'everything') return everything(all)
  if ('how' in node) {
    const join = { and: intersect, or: uniteAll, best: uniteBest, not: without }[node.how]
    return join(matched(node.one), matched(node.other))
  }
  const documents = [...node.impacts.keys()].sort((a, b) => a - b)
  const sink = byteSink()
  writePostings(
    sink,
    documents,
    documents.map(document => node.impacts.get(document)!),
    all,
  )
  const stored = decodePostings(sink.written().slice(), documents.length)
  return { kind: 'terms', terms: [{ postings: stored, step: node.step }], all }
}

/** The same, by hand. */
function expected(node: Tree): Map<number, number> {
  if (node === 'everything') return new Map(Array.from({ length: all }, (_, i) => [i, 0]))
  if (!('how' in node))
    return new Map([...node.impacts].map(([document, impact]) => [document, impact * node.step]))
  const [one, other] = [expected(node.one), expected(node.other)]
  if (node.how === 'not') return new Map([...one].filter(([document]) => !other.has(document)))
  if (node.how === 'and')
    return new Map(
      [...one].flatMap(([document, score]) =>
        other.has(document) ? [[document, score + other.get(document)!] as const] : [],
      ),
    )
  const joined = new Map(one)
  for (const [document, score] of other) {
    const before = joined.get(document)
    const both = node.how === 'or' ? (before ?? 0) + score : Math.max(before ?? 0, score)
    joined.set(document, both)
  }
  return joined
}

test('documents are joined as sets are, and so are their scores', () => {
  fc.assert(
    fc.property(tree, node => {
      forgetMatches()
      const wanted = [...expected(node)].sort(([a], [b]) => a - b)
      const matches = matched(node)
      expect(mostOf(matches)).toBeGreaterThanOrEqual(wanted.length)
      const { documents, scores } = scored(matches)
      expect([...documents]).toEqual(wanted.map(([document]) => document))
      for (const [i, [, score]] of wanted.entries()) expect(scores[i]).toBeCloseTo(score, 3)
    }),
    { numRuns: 500 },
  )
})

const segment = fc
  .record({
    kinds: fc.array(fc.nat(2), { minLength: all, maxLength: all }),
    days: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: all, maxLength: all }),
    gone: fc.option(
      fc.array(
        fc.nat(3).map(n => n === 0),
        { minLength: all, maxLength: all },
      ),
    ),
  })
  .map(({ kinds, days, gone }): LiveSegment & { gone: readonly boolean[] | null } => {
    const dead = gone && new Uint8Array((all + 7) >> 3)
    gone?.forEach((isGone, i) => {
      if (isGone) dead![i >> 3]! |= 1 << (i & 7)
    })
    const keys = Uint32Array.from(kinds, (kind, i) => (i + 1) * 4 + kind)
    const reader = { documents: all, keys, days: Int32Array.from(days) } as unknown as LiveSegment['reader']
    return { segment: 1, reader, dead, deadCount: gone?.filter(Boolean).length ?? 0, gone }
  })

test('the best of what matches are those with the highest ranks, and all are counted', () => {
  fc.assert(
    fc.property(tree, segment, fc.constantFrom(0, 1, 5, 100), fc.boolean(), (node, live, most, hasDays) => {
      forgetMatches()
      const { keys, days } = live.reader
      const { documents, scores } = scored(matched(node))
      const ranked = [...documents]
        .map((document, i) => ({
          document,
          key: keys[document]!,
          rank: scores[i]! * kindWorth[keys[document]! & 3]!,
        }))
        .filter(({ document }) => live.gone?.[document] !== true)
        .filter(({ document }) => !hasDays || (days[document]! >= 3 && days[document]! <= 6))
        .sort((a, b) => b.rank - a.rank || b.key - a.key)
      const best = bestOf(most)
      const allowed = { key: null, days: hasDays ? { from: 3, to: 6 } : null }
      const total = offerMatches(matched(node), live, allowed, 'relevance', best)
      expect(total).toBe(ranked.length)
      expect(best.inOrder().map(({ key }) => key)).toEqual(ranked.slice(0, most).map(({ key }) => key))
    }),
    { numRuns: 500 },
  )
})
