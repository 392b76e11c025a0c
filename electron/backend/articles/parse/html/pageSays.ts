import type { PageDocument, PageElement } from './dom/pageElement.ts'
import type { PageComment, PageNode } from './dom/pageNode.ts'

export interface MetaSaying {
  /** What is said, in small letters and with colons for dots: "og:title", "dc:date". */
  key: string
  value: string
  from: string
}

/** What stands in a page's head and markup about the page, before anything is changed in it. */
export interface PageSays {
  title: string
  metas: MetaSaying[]
  canonical: string | null
  /** From elements of microdata and `time`: moments of publication, most credible first. */
  dates: string[]
  language: string | null
  /** The texts of the JSON-LD scripts. */
  linked: string[]
  savedFrom: string | null
  /** SingleFile's note: where and when it saved the page. */
  singleFile: { url: string | null; date: string | null } | null
  /** The page's headings of the first order. */
  headings: string[]
}

/** Reads all of it in one walk. */
export function pageSays(document: PageDocument): PageSays {
  const root = document.documentElement
  const says: PageSays = {
    title: document.title,
    metas: [],
    canonical: null,
    dates: [],
    language: root.getAttribute('lang') || root.getAttribute('xml:lang') || null,
    linked: [],
    headings: [],
    ...notes(document),
  }
  const times: string[] = []
  for (const element of document.getElementsByTagName('*')) {
    const { localName, attributes } = element
    if (localName === 'meta') readMeta(element, says)
    else if (localName === 'h1') says.headings.push(element.textContent)
    else if (localName === 'link') {
      if (!says.canonical && /^canonical$/i.test(element.getAttribute('rel') ?? ''))
        says.canonical = element.getAttribute('href')
    } else if (localName === 'script') {
      if (/^application\/ld\+json\b/i.test((element.getAttribute('type') ?? '').trim()))
        says.linked.push(element.textContent)
    } else if (attributes.length > 0) readMoment(element, says, times)
  }
  if (times.length === 1) says.dates.push(times[0]!)
  return says
}

function readMeta(element: PageElement, { metas, dates }: PageSays): void {
  const value = element.getAttribute('content')?.trim()
  if (!value) return
  const itemprop = element.getAttribute('itemprop')
  if (itemprop === 'datePublished') dates.push(value)
  const property = element.getAttribute('property')
  // A property may be a list of them.
  for (const one of property?.trim().split(/\s+/, 5) ?? []) addMeta(metas, one, value)
  const name = element.getAttribute('name') ?? element.getAttribute('http-equiv') ?? itemprop
  if (name) addMeta(metas, name, value)
}

function addMeta(metas: MetaSaying[], name: string, value: string): void {
  const written = name.trim().slice(0, 60)
  const key = written.toLowerCase().replace(/\s/g, '').replaceAll('.', ':')
  if (!key) return
  const from = /^(?:og|article):/.test(key)
    ? 'Open Graph'
    : key.startsWith('twitter:')
      ? 'Twitter card'
      : `meta element “${written}”`
  metas.push({ key, value, from })
}

function readMoment(element: PageElement, { dates }: PageSays, times: string[]): void {
  const isTime = element.localName === 'time'
  const published =
    element.getAttribute('itemprop') === 'datePublished' || (isTime && element.hasAttribute('pubdate'))
  if (published)
    dates.push(element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent)
  else if (isTime && element.hasAttribute('datetime') && isOpening(element))
    times.push(element.getAttribute('datetime')!)
}

/** A time of the article itself: in an `article` or a `header`, or called published. */
function isOpening(element: PageElement): boolean {
  if (/\bpublished\b/.test(element.className)) return true
  for (let node = element.parentNode; node; node = node.parentNode)
    if (node.nodeName === 'ARTICLE' || node.nodeName === 'HEADER') return true
  return false
}

/** What a browser or SingleFile writes into a page that it saves, in a comment before its body. */
function notes(document: PageDocument): Pick<PageSays, 'savedFrom' | 'singleFile'> {
  let savedFrom: string | null = null
  let singleFile: PageSays['singleFile'] = null
  for (const comment of commentsOf(document)) {
    const text = comment.data.slice(0, 10_000)
    savedFrom ??= /^\s*saved from url=\(\d{4}\)(\S+)/.exec(text)?.[1] ?? null
    if (!singleFile && /^\s*Page saved with SingleFile/.test(text))
      singleFile = {
        url: /^\s*url: *(\S+)/m.exec(text)?.[1] ?? null,
        date: /^\s*saved date: *(\S.*)$/m.exec(text)?.[1] ?? null,
      }
  }
  return { savedFrom, singleFile }
}

/** The first comments outside the body. */
function commentsOf(document: PageDocument): PageComment[] {
  const { documentElement } = document
  const places: (PageNode | null)[] = [
    document.firstChild,
    documentElement.firstChild,
    document.head.firstChild,
  ]
  return places.flatMap(first => {
    const comments: PageComment[] = []
    for (let node = first; node && comments.length < 20; node = node.nextSibling)
      if (node.nodeType === 8) comments.push(node as PageComment)
    return comments
  })
}
