import { unescapeXml } from '../unescapeXml.ts'

/**
 * The words of an element without elements inside, whatever its namespace prefix; null when it is not there or
 * empty. For XML that was checked before: every tag ends, and no `<` stands in a value.
 */
export function elementWords(xml: string, localName: string): string | null {
  const words = new RegExp(`<(?:[\\w-]{1,40}:)?${localName}(?:\\s[^>]*)?>([^<]*)</`).exec(xml)?.[1]
  return words ? unescapeXml(words).trim() || null : null
}

/** The paragraphs of a WordprocessingML part (`w:p`), words only, those without words left out. */
export function paragraphWords(xml: string): string[] {
  const paragraphs: string[] = []
  let words = ''
  for (const [tag, run] of xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br)\/>|<\/w:p>/g)) {
    if (run !== undefined) words += unescapeXml(run)
    else if (tag !== '</w:p>') words += ' '
    else {
      if (words.trim()) paragraphs.push(words.replace(/\s+/g, ' ').trim())
      words = ''
    }
  }
  return paragraphs
}
