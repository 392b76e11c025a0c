import { showBidiControls } from '../../../../../shared/text/bidiControls.ts'
import { calendarDate, writtenDate } from '../../../../../shared/text/calendarDate.ts'
import type { SourceBytes } from '../../parsedSource.ts'
import { type Findings, firstFound, found } from '../findings.ts'
import { jsonLdArticle } from './jsonLd.ts'
import type { PageDocument } from './pageDom.ts'
import type { Readable } from './readableStamps.ts'

/** What a page says of itself in JSON-LD, Open Graph and other meta elements. What it does not say is null. */
export function htmlFindings(
  document: PageDocument,
  readable: Readable | null,
  source: SourceBytes,
): Findings {
  const meta = metaOf(document)
  const linked = jsonLdArticle(document)
  const publisher = firstFound(
    found(line(readable?.publisher, 300), 'page metadata'),
    found(line(meta.get('og:site_name'), 300), 'Open Graph'),
    found(line(linked.publisher, 300), 'JSON-LD'),
    found(line(meta.get('dc.publisher'), 300), 'meta element'),
  )
  const title = (written: string | null | undefined) => cleanTitle(written, publisher?.value ?? null)
  const byline = (written: string | null | undefined) => cleanByline(line(written, 1000))
  return {
    title: firstFound(
      found(title(readable?.title), 'page metadata'),
      found(title(meta.get('og:title')), 'Open Graph'),
      found(title(linked.headline), 'JSON-LD'),
      found(title(document.title), 'title element'),
    ),
    byline: firstFound(
      found(byline(readable?.byline), 'page metadata'),
      found(byline(linked.author), 'JSON-LD'),
      found(byline(meta.get('author')), 'meta element'),
    ),
    publisher,
    publishedOn: found(publishedOn(document, meta, [readable?.published, linked.published]), 'page metadata'),
    url: found(addressOf(document, meta, source.url), 'page metadata'),
    language: found(languageOf(document), 'lang attribute'),
  }
}

function line(text: string | null | undefined, longest: number): string | null {
  const shown = showBidiControls(text ?? '')
  return shown && shown.length <= longest ? shown : null
}

/** Takes " | Site" off the end, when that is the site's own name. */
function cleanTitle(written: string | null | undefined, publisher: string | null): string | null {
  const title = showBidiControls(written ?? '')
  const bar = title.lastIndexOf(' | ')
  const named =
    bar > 0 && publisher !== null && title.slice(bar + 3).toLowerCase() === publisher.toLowerCase()
  return (named ? title.slice(0, bar) : title) || null
}

function cleanByline(byline: string | null): string | null {
  if (!byline) return null
  const name = byline.replace(/^(?:by|written by|words by|author:)[: ]+/i, '').trim()
  return !name || writtenDate.test(name) || /^https?:/i.test(name) ? null : name
}

const dateNames = [
  'article:published_time',
  'datepublished',
  'publishdate',
  'pubdate',
  'publish-date',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'citation_publication_date',
  'og:published_time',
  'date',
  'ptime',
  'displaydate',
  'originalpublicationdate',
] // prettier-ignore

function publishedOn(
  document: PageDocument,
  meta: ReadonlyMap<string, string>,
  stated: (string | null | undefined)[],
): string | null {
  const dates = [...stated, ...dateNames.map(name => meta.get(name))]
  for (const element of document.querySelectorAll(
    'time[itemprop="datePublished"], time[pubdate], [itemprop="datePublished"]',
  ))
    dates.push(element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent)
  const times = [
    ...document.querySelectorAll('article time[datetime], header time[datetime], time[datetime].published'),
  ]
  if (times.length === 1) dates.push(times[0]!.getAttribute('datetime'))
  for (const written of dates) {
    const day = written ? (compactDate(written) ?? calendarDate(written)) : null
    if (day) return day
  }
  return null
}

/** 20150507 and 20150507093000, as some publishers write it. */
function compactDate(written: string): string | null {
  const parts = /^\s*((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{4,6})?\s*$/.exec(written)
  return parts ? calendarDate(`${parts[1]}-${parts[2]}-${parts[3]}`) : null
}

/** The address it was fetched from, if that is known; else the one the page gives for itself. */
function addressOf(
  document: PageDocument,
  meta: ReadonlyMap<string, string>,
  supplied: string | undefined,
): string | null {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href')
  for (const written of [supplied, canonical, meta.get('og:url')]) {
    const address = written?.trim()
    if (address && /^https?:\/\/[^\s]+$/i.test(address) && address.length <= 4000) return address
  }
  return null
}

function languageOf(document: PageDocument): string | null {
  const written =
    document.documentElement.getAttribute('lang') ?? document.documentElement.getAttribute('xml:lang')
  try {
    return written ? (Intl.getCanonicalLocales(written.trim().replaceAll('_', '-'))[0] ?? null) : null
  } catch {
    return null
  }
}

function metaOf(document: PageDocument): Map<string, string> {
  const meta = new Map<string, string>()
  for (const element of document.querySelectorAll('meta')) {
    const name =
      element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop')
    const content = element.getAttribute('content')?.trim()
    const key = name?.trim().toLowerCase()
    if (key && content && !meta.has(key)) meta.set(key, content)
  }
  return meta
}
