import type { ArticleDetails } from '../../../shared/contract/index.ts'
import { calendarDate } from '../../../shared/text/calendarDate.ts'

/** The details as they stand in the fields: an empty one says "unknown". */
export type TypedDetails = Record<keyof ArticleDetails, string>

/** Only what differs from what was there, so that nothing counts as corrected which was merely looked at. */
export function changedDetails(was: ArticleDetails, typed: TypedDetails): Partial<ArticleDetails> {
  const changed: Partial<ArticleDetails> = {}
  for (const key of untitled) {
    const written = typed[key].trim() || null
    const value = written && (key === 'publishedOn' || key === 'modifiedOn') ? calendarDate(written) : written
    if (value !== was[key]) changed[key] = value
  }
  const title = typed.title.trim()
  if (title !== '' && title !== was.title) changed.title = title
  return changed
}

const untitled = [
  'byline',
  'publisher',
  'publishedOn',
  'modifiedOn',
  'url',
  'canonicalUrl',
  'language',
  'section',
] as const

/** What is wrong with what was typed, in words, by field. */
export function detailErrors(typed: TypedDetails): Partial<TypedDetails> {
  const errors: Partial<TypedDetails> = {}
  if (typed.title.trim() === '') errors.title = 'An article needs a title.'
  for (const key of ['publishedOn', 'modifiedOn'] as const) {
    if (typed[key].trim() !== '' && calendarDate(typed[key]) === null)
      errors[key] = 'Write the date as “14 December 2024”.'
  }
  for (const key of ['url', 'canonicalUrl'] as const) {
    if (typed[key].trim() !== '' && !/^https?:\/\/\S+$/i.test(typed[key].trim()))
      errors[key] = 'Write the whole address, beginning with https://.'
  }
  return errors
}
