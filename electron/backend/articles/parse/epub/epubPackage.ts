import { showBidiControls } from '../../../../../shared/text/bidiControls.ts'
import { calendarDate } from '../../../../../shared/text/calendarDate.ts'
import { type Findings, found } from '../findings.ts'
import { type XmlElement, xmlElements } from './xmlElements.ts'

/** What a book's package file says: the book, and its chapters in reading order. */
export interface EpubPackage {
  findings: Findings
  chapters: readonly { path: string; isContents: boolean }[]
}

/** Where the package file lies (Open Container Format 3.3, 4.2.6.3.1), or null. */
export function packagePath(container: string): string | null {
  return (
    xmlElements(container)
      .find(({ name }) => name === 'rootfile')
      ?.attributes.get('full-path') ?? null
  )
}

/** Whether words are encrypted. Fonts may be obscured without that (EPUB 3.3, 4.4; Adobe's older way). */
export function isEncrypted(encryption: string): boolean {
  return xmlElements(encryption).some(({ name, attributes }) => {
    const algorithm = attributes.get('Algorithm') ?? ''
    return (
      name === 'EncryptionMethod' &&
      !/^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/.test(algorithm)
    )
  })
}

/** Reads a package file (EPUB 3.3, section 5) that lies at `path` in the book. */
export function readPackage(xml: string, path: string): EpubPackage {
  const elements = xmlElements(xml)
  const items = new Map(
    elements.filter(({ name }) => name === 'item').map(item => [item.attributes.get('id'), item]),
  )
  const chapters = elements
    .filter(({ name }) => name === 'itemref')
    .flatMap(({ attributes }) => items.get(attributes.get('idref')) ?? [])
    .filter(({ attributes }) => /html|dtbook|^$/.test(attributes.get('media-type') ?? ''))
    .map(({ attributes }) => ({
      path: resolved(attributes.get('href') ?? '', path),
      isContents: /(?:^|\s)nav(?:\s|$)/.test(attributes.get('properties') ?? ''),
    }))
  return { findings: findingsOf(elements), chapters }
}

function findingsOf(elements: readonly XmlElement[]): Findings {
  const all = (field: string): string[] =>
    elements
      .filter(({ name, words }) => name === field && words)
      .map(({ words }) => showBidiControls(words))
      .filter(words => words && !/^(?:unknown|unknown author|untitled)$/i.test(words))
  const line = (words: string | undefined, longest: number) =>
    found(words && words.length <= longest ? words : null, 'EPUB package')
  const language = all('language').find(tag => /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag))
  return {
    title: line(all('title')[0], 300),
    byline: line([...new Set(all('creator'))].slice(0, 20).join(', '), 1000),
    publisher: line(all('publisher')[0], 300),
    publishedOn: found(calendarDate(all('date')[0]?.slice(0, 40) ?? ''), 'EPUB package'),
    language: line(language, 40),
  }
}

/** A path within the book, from an address in a file of the book. It only ever names a file of the book. */
function resolved(href: string, from: string): string {
  const [address = ''] = href.split('#', 1)
  const parts = from.split('/').slice(0, -1)
  for (const part of decoded(address).slice(0, 2000).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
