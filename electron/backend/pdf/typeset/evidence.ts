import { Failure } from '../../../../shared/contract/fault.ts'
import type { DocumentNode } from '../../../../shared/document/briefing.ts'
import {
  type CitedPassage,
  citationKey,
  citationTargets,
  numberCitations,
} from '../../../../shared/document/citations.ts'
import type { CitationTarget } from '../../../../shared/document/schema.ts'
import { type Place, walkBriefing } from '../../../../shared/document/walk.ts'
import type { PrintSource } from '../printJob.ts'

/** A numbered citation together with the source it points into. */
export interface Evidence extends CitedPassage {
  source: PrintSource
  /** The cited words as a range of the source's text, or null when the whole article is cited. */
  range: { start: number; end: number } | null
}

/**
 * Every passage that is cited in the printed blocks, with its source, in order of number. The numbers are those of the
 * whole draft, so that a core pack and a full one agree. The key of the map is `citationKey`.
 * Throws `missing-source`, naming the place, when a citation's source or passage is not among the sources.
 */
export function gatherEvidence(
  content: DocumentNode,
  printed: DocumentNode[],
  sources: PrintSource[],
): Map<string, Evidence> {
  const byArticle = new Map(sources.map(source => [`${source.articleId}:${source.version}`, source]))
  const placesIn = printedPlaces(content, printed)
  const evidence = new Map<string, Evidence>()
  for (const [key, cited] of numberCitations(content)) {
    const places = placesIn.get(key)
    if (places === undefined) continue
    const source = byArticle.get(`${cited.articleId}:${cited.version}`)
    if (!source) throw missingSource(cited, places[0])
    const passage = source.passages.find(
      ({ highlightId, start, end }) => highlightId === cited.highlightId && end > start,
    )
    if (!passage && cited.highlightId !== null) throw missingPassage(source, places[0])
    const range = passage ? { start: passage.start, end: passage.end } : null
    evidence.set(key, { ...cited, places, source, range })
  }
  return evidence
}

/** Where each passage is cited in the printed blocks, in reading order. */
function printedPlaces(content: DocumentNode, printed: DocumentNode[]): Map<string, Place[]> {
  const places = new Map<string, Place[]>()
  const blocks = new Set(content.content)
  const wanted = new Set(printed)
  let isPrinted = false
  walkBriefing(content, (node, place) => {
    if (blocks.has(node)) isPrinted = wanted.has(node)
    if (!isPrinted) return
    for (const target of citationTargets(node)) {
      const key = citationKey(target)
      const known = places.get(key)
      if (known) known.push(place)
      else places.set(key, [place])
    }
  })
  return places
}

/** The evidence a citation points at. Throws `missing-source` for one that points at nothing. */
export function evidenceFor(
  evidence: Map<string, Evidence>,
  target: CitationTarget,
  place: Place | undefined,
): Evidence {
  const found = evidence.get(citationKey(target))
  if (!found) throw missingSource(target, place)
  return found
}

/** A place in the words a reader would use: "paragraph 3", "‘Timing’", "the opening". */
export function placeWords(place: Place | undefined): string {
  if (place?.paragraph) return `paragraph ${place.paragraph}`
  if (place?.heading) return `the text under ‘${place.heading}’`
  return place?.annex ? `Annex ${place.annex}` : 'the opening'
}

/** The anchor at a citation: the passage's number, and which of its citations this is, from 1. */
export const citationAnchor = (number: number, occurrence: number): string =>
  `cited-${padded(number)}-${padded(occurrence)}`

/** The anchor at the cited words in the source extracts. */
export const passageAnchor = (number: number): string => `passage-${padded(number)}`

/** The anchor at a passage's entry in the list of sources. */
export const sourceAnchor = (number: number): string => `source-${padded(number)}`

/** What a screen reader says of a link to the cited words. */
export const passageDescription = ({ number, source, range }: Evidence): string =>
  `Source ${number}: ${range ? 'the cited passage of ' : ''}‘${source.title.trim()}’${source.publisher ? `, ${source.publisher}` : ''}`

const padded = (number: number): string => String(number).padStart(5, '0')

function missingSource(target: CitationTarget, place: Place | undefined): Failure {
  const what =
    target.articleId === '' ? 'points at no source' : 'points at a source that is not in the archive'
  return new Failure(
    'missing-source',
    `A citation in ${placeWords(place)} ${what}. Nothing was printed. Remove the citation or cite the source again.`,
  )
}

function missingPassage(source: PrintSource, place: Place | undefined): Failure {
  return new Failure(
    'missing-source',
    `A citation in ${placeWords(place)} points at a passage of ‘${source.title}’ that is no longer highlighted. Nothing was printed. Highlight the passage and cite it again.`,
  )
}
