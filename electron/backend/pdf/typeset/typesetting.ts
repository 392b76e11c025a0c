import type { DocumentNode } from '../../../../shared/document/briefing.ts'
import type { Place } from '../../../../shared/document/walk.ts'
import { type Evidence, placeWords } from './evidence.ts'

/** What typesetting one briefing carries along from node to node. */
export interface Typesetting {
  evidence: Map<string, Evidence>
  places: Map<DocumentNode, Place>
  /** What each cross-reference says and leads to, by the anchor that the block it names has in the draft. */
  references: Map<string, { words: string; anchor: string }>
  /** Where the number of a citation leads: the anchor at the cited words, or at the list of sources; null for nowhere. */
  citationTarget(number: number): string | null
  /** Names of places where changed blocks begin, by their index in the document. */
  changed: Map<number, string>
  /** How often each number has been printed so far. */
  printed: Map<number, number>
  level: (authored: number) => number
  /** How deep the numbered paragraph is that lists and quotations belong to; 0 where they belong to none. */
  inset: 0 | 1 | 2 | 3
}

/** Where a node stands, for faults. */
export const standing = (node: DocumentNode, { places }: Typesetting): { where: string } => ({
  where: placeWords(places.get(node)),
})
