import type { PreviewedPdf } from '../../shared/contract/index.ts'

/** Where children of the document were printed, in the order of the document. */
export type Positions = PreviewedPdf['positions']

/** A place in the PDF: the page from 0, and points from its top. */
export interface Place {
  page: number
  top: number
}

/**
 * Where a child of the document was printed; the head (null) at the top of the first page. What prints nothing, or
 * is newer than the preview, is taken to stand at what stands before it. Null where nothing is known of the places.
 */
export function placeOf(positions: Positions, child: number | null): Place | null {
  if (positions.length === 0) return null
  const at = child === null ? undefined : positions.findLast(({ origin }) => origin <= child)
  return at ? { page: at.page, top: at.top } : { page: 0, top: 0 }
}

/** The child of the document that was printed at a place, or last before it; null where nothing is known. */
export function childAt(positions: Positions, { page, top }: Place): number | null {
  const at = positions.findLast(other => other.page < page || (other.page === page && other.top <= top))
  return (at ?? positions[0])?.origin ?? null
}
