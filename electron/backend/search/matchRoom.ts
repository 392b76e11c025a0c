import type { ScoredMatches } from './matches.ts'

type Room = Pick<ScoredMatches, 'documents' | 'scores'>

const spare = { documents: new Uint16Array(1 << 18), scores: new Float32Array(1 << 18), taken: 0 }

/** Room for so many documents and scores. What it holds already means nothing, and is to be written over. */
export function room(count: number): Room {
  const from = spare.taken
  const to = from + count
  if (to > spare.documents.length)
    return { documents: new Uint16Array(count), scores: new Float32Array(count) }
  spare.taken = to
  return { documents: spare.documents.subarray(from, to), scores: spare.scores.subarray(from, to) }
}

/** The first `count` of what was written into a room. */
export const filled = ({ documents, scores }: Room, count: number): ScoredMatches => ({
  kind: 'scored',
  documents: documents.subarray(0, count),
  scores: scores.subarray(0, count),
})

/** Gives back all rooms: none of the matches made so far is looked at any more. Each segment is matched in the same ones. */
export function forgetMatches(): void {
  spare.taken = 0
}
