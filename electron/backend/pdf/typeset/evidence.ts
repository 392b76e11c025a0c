import { Failure } from '../../../../shared/contract/fault.ts'
import type { DocumentNode } from '../../../../shared/document/briefing.ts'
import { type CitedPassage, citationKey, numberCitations } from '../../../../shared/document/citations.ts'
import type { CitationTarget } from '../../../../shared/document/schema.ts'
import type { Place } from '../../../../shared/document/walk.ts'
import type { PrintSource } from '../printJob.ts'

/** A numbered citation together with the source it points into. */
export interface Evidence extends CitedPassage {
  source: PrintSource
  /** The cited words as a range of the source's text, or null when the whole article is cited. */
  range: { start: number; end: number } | null
}

/**
 * Every cited passage with its source, in order of number. The key of the map is `citationKey`.
 * Throws `missing-source`, naming the place, when a citation's source or passage is not among the sources.
 */
export function gatherEvidence(content: DocumentNode, sources: PrintSource[]): Map<string, Evidence> {
  const byArticle = new Map(sources.map(source => [`${source.articleId}:${source.version}`, source]))
  return new Map(
    [...numberCitations(content)].map(([key, cited]) => {
      const source = byArticle.get(`${cited.articleId}:${cited.version}`)
      if (!source) throw missingSource(cited, cited.places[0])
      const passage = source.passages.find(
        ({ highlightId, start, end }) => highlightId === cited.highlightId && end > start,
      )
      if (!passage && cited.highlightId !== null) throw missingPassage(source, cited.places[0])
      return [key, { ...cited, source, range: passage ? { start: passage.start, end: passage.end } : null }]
    }),
  )
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
