import type { ArticleDetails } from '../../shared/contract/index.ts'
import { calendarDate } from '../../shared/text/calendarDate.ts'

/** The details as they stand in the fields: an empty one says "unknown". */
export type TypedDetails = Record<keyof ArticleDetails, string>

/** Only what differs from what was there, so that nothing counts as corrected which was merely looked at. */
export function changedDetails(was: ArticleDetails, typed: TypedDetails): Partial<ArticleDetails> {
  const changed: Partial<ArticleDetails> = {}
  for (const key of ['byline', 'publisher', 'publishedOn', 'url'] as const) {
    const written = typed[key].trim() || null
    const value = key === 'publishedOn' && written ? calendarDate(written) : written
    if (value !== was[key]) changed[key] = value
  }
  const title = typed.title.trim()
  if (title !== '' && title !== was.title) changed.title = title
  return changed
}

/** What is wrong with what was typed, in words, by field. */
export function detailErrors({ title, publishedOn }: TypedDetails): Partial<TypedDetails> {
  const errors: Partial<TypedDetails> = {}
  if (title.trim() === '') errors.title = 'An article needs a title.'
  if (publishedOn.trim() !== '' && calendarDate(publishedOn) === null) {
    errors.publishedOn = 'Write the date as “14 December 2024”.'
  }
  return errors
}
