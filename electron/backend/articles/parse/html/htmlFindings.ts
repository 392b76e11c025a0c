import { showBidiControls } from '../../../../../shared/text/bidiControls.ts'
import { calendarDate, writtenDate } from '../../../../../shared/text/calendarDate.ts'
import type { SourceBytes } from '../../parsedSource.ts'
import { type Finding, type Findings, firstFound, found } from '../findings.ts'
import { jsonLdArticle } from './jsonLd.ts'
import type { PageSays } from './pageSays.ts'
import type { Readable } from './readableArticle.ts'

const titleKeys = [
  'dc:title',
  'dcterm:title',
  'og:title',
  'weibo:article:title',
  'weibo:webpage:title',
  'title',
  'twitter:title',
  'parsely-title',
]
const bylineKeys = ['dc:creator', 'dcterm:creator', 'author', 'parsely-author', 'article:author']
const lateBylineKeys = [
  'citation_author',
  'dcterms:creator',
  'twitter:creator:name',
  'sailthru:author',
  'byl',
]
const publishedKeys = [
  'article:published_time',
  'parsely-pub-date',
  'datepublished',
  'publishdate',
  'pubdate',
  'publish-date',
  'sailthru:date',
  'dc:date:issued',
  'dcterms:issued',
  'dcterms:created',
  'dcterms:date',
  'dc:date',
  'citation_publication_date',
  'og:published_time',
  'date',
  'ptime',
  'displaydate',
  'originalpublicationdate',
]
const modifiedKeys = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms:modified',
  'lastmod',
]
const sectionKeys = ['article:section', 'parsely-section', 'section']

/**
 * What a page says of itself, each with where it says so. For title, byline, publisher and date, what Readability
 * takes comes first: its order of sources is the one that other readers of saved pages show. What is not said is null.
 */
export function htmlFindings(says: PageSays, readable: Readable | null, source: SourceBytes): Findings {
  const linked = jsonLdArticle(says.linked)
  const first = (keys: readonly string[], read: (value: string) => string | null): Finding | null => {
    for (const key of keys)
      for (const meta of says.metas)
        if (meta.key === key) {
          const value = read(meta.value)
          if (value) return { value, from: meta.from }
        }
    return null
  }
  /** A finding of Readability's, with the source that says the same. */
  const evident = (
    value: string | null | undefined,
    read: (value: string) => string | null,
    inLinked: string | null | undefined,
    keys: readonly string[],
    otherwise: string,
  ): Finding | null => {
    const taken = value ? read(value) : null
    if (!taken) return null
    if (inLinked && read(unescaped(inLinked)) === taken) return { value: taken, from: 'JSON-LD' }
    const meta = says.metas.find(one => keys.includes(one.key) && read(unescaped(one.value)) === taken)
    return { value: taken, from: meta?.from ?? otherwise }
  }
  return {
    title: firstFound(
      evident(readable?.title, longTitle, linked?.headline, titleKeys, titleSource(says, readable?.title)),
      found(longTitle(linked?.headline), 'JSON-LD'),
      first(titleKeys, longTitle),
      found(longTitle(says.title), 'title element'),
      found(longTitle(says.headings.length === 1 ? says.headings[0] : null), 'heading of the page'),
    ),
    byline: firstFound(
      evident(readable?.byline, name, linked?.author, bylineKeys, 'byline on the page'),
      found(name(linked?.author), 'JSON-LD'),
      first([...bylineKeys, ...lateBylineKeys], name),
    ),
    publisher: firstFound(
      evident(readable?.publisher, shortLine, linked?.publisher, ['og:site_name'], 'JSON-LD'),
      found(shortLine(linked?.publisher), 'JSON-LD'),
      first(
        ['og:site_name', 'dc:publisher', 'dcterms:publisher', 'citation_journal_title', 'publisher'],
        shortLine,
      ),
    ),
    publishedOn: firstFound(
      evident(readable?.published, day, linked?.published, publishedKeys, 'JSON-LD'),
      found(linked?.published ? day(linked.published) : null, 'JSON-LD'),
      first(publishedKeys, day),
      found(says.dates.map(day).find(Boolean), 'date in the page’s markup'),
    ),
    modifiedOn: firstFound(
      found(linked?.modified ? day(linked.modified) : null, 'JSON-LD'),
      first(modifiedKeys, day),
    ),
    url: firstFound(
      found(address(source.url), 'given with the file'),
      found(address(says.singleFile?.url), 'SingleFile’s note'),
      found(address(says.savedFrom), '“saved from” note'),
      found(address(says.canonical), 'link to itself (canonical)'),
      first(['og:url'], address),
    ),
    canonicalUrl: found(address(says.canonical), 'link to itself (canonical)'),
    language: firstFound(
      found(languageTag(says.language), 'lang attribute'),
      first(['content-language', 'og:locale', 'dc:language', 'dcterms:language'], languageTag),
      found(languageTag(linked?.language), 'JSON-LD'),
    ),
    section: firstFound(found(shortLine(linked?.section), 'JSON-LD'), first(sectionKeys, shortLine)),
  }
}

/** When SingleFile's note says that the page was saved, as an ISO moment. */
export function savedAt({ singleFile }: PageSays): string | null {
  const written = singleFile?.date ?? ''
  if (!/^(?:\w{3} \w{3} \d{1,2} \d{4} \d{2}:\d{2}:\d{2} GMT|\d{4}-\d{2}-\d{2}T\d{2}:\d{2})/.test(written))
    return null
  const moment = new Date(written)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}

function titleSource({ title, headings }: PageSays, taken: string | null | undefined): string {
  const line = (text: string) => text.replace(/\s+/g, ' ').trim()
  const words = line(taken ?? '')
  const isHeading = !line(title).includes(words) && headings.some(heading => line(heading) === words)
  return isHeading ? 'heading of the page' : 'title element'
}

function line(text: string | null | undefined, longest: number): string | null {
  const shown = showBidiControls(text ?? '')
  return shown && shown.length <= longest ? shown : null
}

const longTitle = (text: string | null | undefined) => showBidiControls(text ?? '') || null
const shortLine = (text: string | null | undefined) => line(text, 300)

/** A name without "By" before it and without a date behind it. */
function name(text: string | null | undefined): string | null {
  const written = line(text, 1000)
  if (!written || /^https?:/i.test(written)) return null
  const date = writtenDate.exec(written)
  const beforeDate = date
    ? written.slice(0, date.index).replace(/(?:[\s,|·•–—-]|\b(?:on|published|updated|posted)\b:?)+$/i, '')
    : written
  const bare = beforeDate.replace(/^(?:by|written by|words by|posted by|author:|by:)[: ]+/i, '').trim()
  return /\p{L}{2}/u.test(bare) && !/^(?:by|published|posted|updated|date|on)\b[: ]*$/i.test(bare)
    ? bare
    : null
}

function day(written: string): string | null {
  return compactDate(written) ?? calendarDate(written)
}

/** 20150507 and 20150507093000, as some publishers write it, or the seconds or milliseconds since 1970, in UTC. */
function compactDate(written: string): string | null {
  const parts = /^\s*((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{4,6})?\s*$/.exec(written.slice(0, 100))
  const [, seconds] = /^\s*(1\d{9})(?:\d{3})?\s*$/.exec(written.slice(0, 100)) ?? []
  if (seconds) return new Date(Number(seconds) * 1000).toISOString().slice(0, 10)
  return parts ? calendarDate(`${parts[1]}-${parts[2]}-${parts[3]}`) : null
}

function address(written: string | null | undefined): string | null {
  const url = written?.trim()
  return url && url.length <= 4000 && /^https?:\/\/[^\s]+$/i.test(url) ? url : null
}

function languageTag(written: string | null | undefined): string | null {
  const [tag = ''] = (written ?? '')
    .trim()
    .replaceAll('_', '-')
    .split(/[\s,;]/, 1)
  try {
    return /^(?!und\b|mul\b|zxx\b)[a-z]{2,3}(?:-|$)/i.test(tag)
      ? (Intl.getCanonicalLocales(tag)[0] ?? null)
      : null
  } catch {
    return null
  }
}

/** Meta elements are often escaped twice; Readability undoes it. */
function unescaped(text: string): string {
  const known: Record<string, string> = { quot: '"', amp: '&', apos: "'", lt: '<', gt: '>' }
  return text
    .replace(/&(quot|amp|apos|lt|gt);/g, (_, entity: string) => known[entity]!)
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, decimal?: string) => {
      const code = Number.parseInt(hex ?? decimal!, hex ? 16 : 10)
      return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
        ? '\ufffd'
        : String.fromCodePoint(code)
    })
}
