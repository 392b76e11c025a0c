import type { Refuse } from '../../parsedSource.ts'

/** Word documents nest some dozens of elements; a part beyond this was made to do harm. */
const deepest = 256

/**
 * Looks through a part's XML before a parser sees it. `refuse` throws when there is a document type (and so could
 * be entities), when elements are nested too deep, or when a tag does not end. Linear in the length of the text.
 */
export function checkXml(xml: string, refuse: Refuse): void {
  const broken = () =>
    refuse('its XML is broken. Open it in the program that made it, save it again and import that copy.')
  let depth = 0
  for (let at = xml.indexOf('<'); at >= 0; ) {
    const next = xml[at + 1]
    let end: number
    if (xml.startsWith('<!--', at)) end = endOf(xml, '-->', at + 4)
    else if (xml.startsWith('<![CDATA[', at)) end = endOf(xml, ']]>', at)
    else if (next === '!')
      refuse('its XML declares a document type, which office documents never need and harmful ones do.')
    else if (next === '?') end = endOf(xml, '?>', at)
    else {
      end = tagEnd(xml, at + 1)
      if (next === '/') depth--
      else if (xml[end - 2] !== '/') depth++
      if (depth > deepest) refuse('its elements are nested too deep for an office document.')
    }
    if (end < 0) broken()
    at = xml.indexOf('<', end)
  }
}

function endOf(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length
}

/** Behind the tag's `>`, which may also stand in a quoted value; -1 if the tag does not end. */
function tagEnd(xml: string, from: number): number {
  let quote = 0
  for (let at = from; at < xml.length; at++) {
    const char = xml.charCodeAt(at)
    if (char === 0x3c) return -1
    if (quote) {
      if (char === quote) quote = 0
    } else if (char === 0x22 || char === 0x27) quote = char
    else if (char === 0x3e) return at + 1
  }
  return -1
}
