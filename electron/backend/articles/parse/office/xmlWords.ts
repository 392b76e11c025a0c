/**
 * The words of an element without elements inside, whatever its namespace prefix; null when it is not there or
 * empty. For XML that was checked before: every tag ends, and no `<` stands in a value.
 */
export function elementWords(xml: string, localName: string): string | null {
  const words = new RegExp(`<(?:[\\w-]{1,40}:)?${localName}(?:\\s[^>]*)?>([^<]*)</`).exec(xml)?.[1]
  return words ? unescaped(words).trim() || null : null
}

/** The paragraphs of a WordprocessingML part (`w:p`), words only, those without words left out. */
export function paragraphWords(xml: string): string[] {
  const paragraphs: string[] = []
  let words = ''
  for (const [tag, run] of xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br)\/>|<\/w:p>/g)) {
    if (run !== undefined) words += unescaped(run)
    else if (tag !== '</w:p>') words += ' '
    else {
      if (words.trim()) paragraphs.push(words.replace(/\s+/g, ' ').trim())
      words = ''
    }
  }
  return paragraphs
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Character references, and the five entities that XML itself has. */
function unescaped(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (whole, decimal, hex, name) => {
      if (name) return named[name.toLowerCase()] ?? whole
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : ''
    },
  )
}
