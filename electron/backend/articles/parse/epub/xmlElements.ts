import { unescapeXml } from '../unescapeXml.ts'

/** An element of XML as it begins, and the text up to the next tag. */
export interface XmlElement {
  /** Without its namespace prefix. */
  name: string
  attributes: ReadonlyMap<string, string>
  words: string
}

/** Package files have some hundreds of elements. */
const mostElements = 50_000

/**
 * The elements of a small XML file in the order they begin. Document types are passed over and entities of their
 * own stay as they are written; comments and the like are no elements. Linear in the length of the text.
 */
export function xmlElements(xml: string): XmlElement[] {
  const elements: XmlElement[] = []
  const tag = /<(?:[A-Za-z_][\w.-]{0,60}:)?([A-Za-z_][\w.-]{0,60})((?:\s[^<>]{0,10000})?)>([^<]{0,10000})/g
  for (const [, name, attributes, words] of withoutComments(xml).matchAll(tag)) {
    elements.push({ name: name!, attributes: attributesOf(attributes!), words: unescapeXml(words!).trim() })
    if (elements.length >= mostElements) break
  }
  return elements
}

function withoutComments(xml: string): string {
  const kept: string[] = []
  for (let at = 0; ; ) {
    const start = xml.indexOf('<!--', at)
    const end = start < 0 ? -1 : xml.indexOf('-->', start + 4)
    kept.push(xml.slice(at, start < 0 ? xml.length : start))
    if (end < 0) return kept.join('')
    at = end + 3
  }
}

function attributesOf(written: string): Map<string, string> {
  const attributes = new Map<string, string>()
  const pair =
    /(?:^|\s)(?:[A-Za-z_][\w.-]{0,60}:)?([A-Za-z_][\w.-]{0,60})\s{0,100}=\s{0,100}(?:"([^"]*)"|'([^']*)')/g
  for (const [, name, double, single] of written.matchAll(pair))
    if (!attributes.has(name!)) attributes.set(name!, unescapeXml(double ?? single ?? ''))
  return attributes
}
