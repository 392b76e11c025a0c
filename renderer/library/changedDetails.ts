import type { ArticleDetails } from '../../shared/contract/index.ts'

/** The details as they stand in the fields: an empty one says "unknown". */
export type TypedDetails = Record<keyof ArticleDetails, string>

/** Only what differs from what was there, so that nothing counts as corrected which was merely looked at. */
export function changedDetails(was: ArticleDetails, typed: TypedDetails): Partial<ArticleDetails> {
  const changed: Partial<ArticleDetails> = {}
  for (const key of ['byline', 'publisher', 'publishedOn', 'url'] as const) {
    const value = typed[key].trim() || null
    if (value !== was[key]) changed[key] = value
  }
  const title = typed.title.trim()
  if (title !== '' && title !== was.title) changed.title = title
  return changed
}
