import type { PrintSource } from '../printJob.ts'
import type { Run } from './block.ts'
import { longDate } from './longDate.ts'
import { shortened } from './shortened.ts'

/**
 * A source's reference in the manner of the GOV.UK style guide ("References"): author, title in single quotes
 * exactly as printed and linked, publisher, date, "(viewed on …)", and no full stop at the end.
 */
export function reference(source: PrintSource): Run[] {
  const published = [source.publisher, source.publishedOn && longDate(source.publishedOn)].filter(Boolean)
  const lead = source.byline ? `${source.byline.replace(/\.$/, '')}. ` : ''
  const rest = published.length > 0 ? ` ${published.join(', ')}` : ''
  return [
    ...(lead === '' ? [] : [{ text: lead }]),
    linkedTitle(source),
    { text: `${rest} (viewed on ${longDate(source.capturedAt)})` },
  ]
}

/** "The Ellan Gazette, 14 December 2026": enough to know a source again whose reference stands elsewhere in full. */
export function shortReference({ publisher, publishedOn, title }: PrintSource): string {
  const name = publisher ?? `‘${shortened(title, 6)}’`
  return [name, publishedOn && longDate(publishedOn)].filter(Boolean).join(', ')
}

/** A title in single quotes, as its publisher printed it. */
export const quotedTitle = (source: PrintSource): string => `‘${source.title.trim()}’`

function linkedTitle(source: PrintSource): Run {
  const text = quotedTitle(source)
  if (!isWebAddress(source.url)) return { text }
  return { text, link: { to: { url: source.url }, description: `${text} at ${source.url}` } }
}

export const isWebAddress = (url: string | null): url is string => url !== null && /^https?:\/\//i.test(url)
