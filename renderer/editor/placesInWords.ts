import type { CitedPassage } from '../../shared/document/citations.ts'
import type { Place } from '../../shared/document/walk.ts'

/** Where each highlight is cited, in words, by highlight id. */
export function placesInWords(passages: ReadonlyMap<string, CitedPassage>): Record<string, string[]> {
  const places: Record<string, string[]> = {}
  for (const passage of passages.values()) {
    if (passage.highlightId === null) continue
    places[passage.highlightId] = [...new Set(passage.places.map(placeInWords))]
  }
  return places
}

/** "paragraph 3", "paragraph A2", "Annex B", "under ‘Issue’". */
function placeInWords({ paragraph, annex, heading }: Place): string {
  if (paragraph) return `paragraph ${paragraph}`
  if (annex) return `Annex ${annex}`
  return heading ? `under ‘${heading}’` : 'before the first paragraph'
}
