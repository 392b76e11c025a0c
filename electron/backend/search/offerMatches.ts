import type { Best } from './bestOf.ts'
import { type Matches, rowOf, type ScoredMatches, scored } from './matches.ts'
import type { LiveSegment } from './openIndex.ts'
import { firstNotBefore } from './postings.ts'
import { kindWorth } from './ranking.ts'
import type { Allowed, Order } from './runQuery.ts'
import { isSet } from './segmentStore.ts'

/** Offers what matches in a segment, each by its score. Gives how many documents these are, without those that are gone. */
export function offerAll(matches: Matches, segment: LiveSegment, best: Best): number {
  const row = rowOf(matches)
  if (row) {
    offerRow(row.impacts, row.step, segment, best)
    return row.count - goneIn(segment, document => row.impacts[document]! > 0)
  }
  const one = scored(matches)
  offerScored(one, segment, best)
  const { documents } = one
  return (
    documents.length -
    goneIn(segment, document => documents[firstNotBefore(documents, document, 0)] === document)
  )
}

/** The same of those that are allowed, in any order. */
export function offerAllowed(
  matches: Matches,
  { reader: { keys, days }, dead }: LiveSegment,
  allowed: Allowed,
  order: Order,
  best: Best,
): number {
  const { documents, scores } = scored(matches)
  const from = allowed.days?.from ?? -Infinity
  const to = allowed.days?.to ?? Infinity
  let count = 0
  for (let i = 0; i < documents.length; i++) {
    const document = documents[i]!
    const day = days[document]!
    if (day < from || day > to) continue
    if (dead !== null && isSet(dead, document)) continue
    const key = keys[document]!
    if (allowed.key !== null && !allowed.key(key)) continue
    count++
    const rank =
      order === 'relevance'
        ? scores[i]! * kindWorth[key & 3]!
        : order === 'newest'
          ? day
          : order === 'oldest'
            ? -day
            : order(key, day)
    if (rank >= best.least()) best.offer(rank, key)
  }
  return count
}

/** Most of a common word's documents are passed over for their impact alone. */
function offerRow(
  impacts: Uint8Array,
  step: number,
  { reader: { keys }, dead }: LiveSegment,
  best: Best,
): void {
  let enough = leastImpact(step, best)
  for (let document = 0; document < impacts.length; document++) {
    const impact = impacts[document]!
    if (impact < enough || (dead !== null && isSet(dead, document))) continue
    const key = keys[document]!
    best.offer(Math.fround(impact * step) * kindWorth[key & 3]!, key)
    enough = leastImpact(step, best)
  }
}

/** The impact, at least 1, from which a document may be among the best. Nothing is worth more than an article. */
function leastImpact(step: number, best: Best): number {
  const least = best.least()
  let impact = 1
  while (impact < 256 && Math.fround(impact * step) < least) impact++
  return impact
}

function offerScored(
  { documents, scores }: ScoredMatches,
  { reader: { keys }, dead }: LiveSegment,
  best: Best,
): void {
  let least = best.least()
  for (let i = 0; i < documents.length; i++) {
    if (scores[i]! < least) continue
    const document = documents[i]!
    if (dead !== null && isSet(dead, document)) continue
    const key = keys[document]!
    best.offer(scores[i]! * kindWorth[key & 3]!, key)
    least = best.least()
  }
}

/** How many of the documents that are gone match. */
function goneIn({ reader, dead, deadCount }: LiveSegment, matches: (document: number) => boolean): number {
  if (dead === null || deadCount === 0) return 0
  let count = 0
  for (let document = 0; document < reader.documents; document++)
    if (isSet(dead, document) && matches(document)) count++
  return count
}
