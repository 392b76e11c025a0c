import type { Best } from './bestOf.ts'
import { type Matches, rowOf, type ScoredMatches, scored, spread } from './matches.ts'
import { filled, room } from './matchRoom.ts'
import type { LiveSegment } from './openIndex.ts'
import { firstNotBefore } from './postings.ts'
import { kindWorth } from './ranking.ts'
import type { Allowed, Order } from './runQuery.ts'
import { isSet } from './segmentStore.ts'

/**
 * Offers what matches in a segment and is allowed, each by its rank. Gives how many documents these are, without those that are
 * gone.
 */
export function offerMatches(
  matches: Matches,
  segment: LiveSegment,
  allowed: Allowed,
  order: Order,
  best: Best,
): number {
  const chosen = allowed.days === null ? matches : within(scored(matches), segment, allowed.days)
  if (allowed.key !== null || order !== 'relevance')
    return offerSome(chosen, segment, allowed.key, order, best)
  const row = rowOf(chosen)
  if (row) {
    offerRow(row.impacts, row.step, segment, best)
    return row.count - goneIn(segment, document => row.impacts[document]! > 0)
  }
  if (chosen.kind === 'terms' && chosen.terms.length > 1) {
    const scores = spread(chosen)
    return offerSpread(scores, segment, best) - goneIn(segment, document => scores[document]! > 0)
  }
  const one = scored(chosen)
  offerScored(one, segment, best)
  const { documents } = one
  return (
    documents.length -
    goneIn(segment, document => documents[firstNotBefore(documents, document, 0)] === document)
  )
}

/** Those of some days, both included. */
function within(
  { documents, scores }: ScoredMatches,
  { reader: { days } }: LiveSegment,
  { from, to }: { from: number; to: number },
): ScoredMatches {
  const kept = room(documents.length)
  let count = 0
  for (let i = 0; i < documents.length; i++) {
    const document = documents[i]!
    const day = days[document]!
    kept.documents[count] = document
    kept.scores[count] = scores[i]!
    count += Number(day >= from) & Number(day <= to)
  }
  return filled(kept, count)
}

/** Asks of each document whether it is allowed, and offers it in any order. */
function offerSome(
  matches: Matches,
  { reader: { keys, days }, dead }: LiveSegment,
  isAllowed: Allowed['key'],
  order: Order,
  best: Best,
): number {
  const { documents, scores } = scored(matches)
  let count = 0
  for (let i = 0; i < documents.length; i++) {
    const document = documents[i]!
    if (dead !== null && isSet(dead, document)) continue
    const key = keys[document]!
    if (isAllowed !== null && !isAllowed(key)) continue
    count++
    const rank =
      order === 'relevance'
        ? scores[i]! * kindWorth[key & 3]!
        : order === 'newest'
          ? days[document]!
          : order === 'oldest'
            ? -days[document]!
            : order(key, days[document]!)
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

/** Of the scores of all documents, those that are not 0. Gives how many these are. */
function offerSpread(scores: Float32Array, { reader: { keys }, dead }: LiveSegment, best: Best): number {
  let least = best.least()
  let count = 0
  for (let document = 0; document < scores.length; document++) {
    const score = scores[document]!
    count += Number(score > 0)
    if (score < least || score === 0 || (dead !== null && isSet(dead, document))) continue
    const key = keys[document]!
    best.offer(score * kindWorth[key & 3]!, key)
    least = best.least()
  }
  return count
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
