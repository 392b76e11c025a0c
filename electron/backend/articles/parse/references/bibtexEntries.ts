/** The fields of an entry by their names in small letters, TeX not yet undone. */
export type BibtexEntry = ReadonlyMap<string, string>

/** Values longer than this, in UTF-16 code units, are cut. */
const longestValue = 20_000

/**
 * Reads entries one after another, in one pass. A line that begins "@word{" always starts an entry, so that a broken
 * one takes none of the next with it; it is passed over. Comments and preambles are passed over too, `@string` is obeyed.
 */
export function* bibtexEntries(text: string): Generator<BibtexEntry> {
  const strings = new Map(months.map(month => [month, month]))
  for (const region of regionsOf(text)) {
    let at = 0
    while (at >= 0) {
      const start = /@([a-z]{1,30})\s{0,20}[{(]/iy
      start.lastIndex = region.indexOf('@', at)
      if (start.lastIndex < at) break
      const found = start.exec(region)
      if (!found) {
        at = region.indexOf('@', at) + 1
        continue
      }
      const type = found[1]!.toLowerCase()
      if (type === 'comment' || type === 'preamble') break
      const read = readFields(region, start.lastIndex, type === 'string', strings)
      if (!read) break
      if (type === 'string') for (const [name, value] of read.fields) strings.set(name, value)
      else yield read.fields
      at = read.end
    }
  }
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** From each line that begins an entry up to the next such line. */
function* regionsOf(text: string): Generator<string> {
  let from = 0
  for (const { index } of text.matchAll(/^[ \t]{0,40}@[a-z]{1,30}[ \t]{0,20}[{(]/gim)) {
    if (index > from) yield text.slice(from, index)
    from = index
  }
  yield text.slice(from)
}

interface Fields {
  fields: Map<string, string>
  end: number
}

/** Reads `key, name = value, …` up to the closing brace. Null when it breaks off. */
function readFields(
  text: string,
  from: number,
  isString: boolean,
  strings: ReadonlyMap<string, string>,
): Fields | null {
  const fields = new Map<string, string>()
  let at = from
  if (!isString) {
    const key = /\s{0,1000}[^\s,{}=]{0,300}\s{0,1000},/y
    key.lastIndex = at
    if (!key.test(text)) return null
    at = key.lastIndex
  }
  for (;;) {
    const name = /[\s,]{0,1000}([a-z][\w:+.-]{0,100})\s{0,100}=/iy
    name.lastIndex = at
    const found = name.exec(text)
    if (!found) {
      const close = /[\s,]{0,1000}[})]/y
      close.lastIndex = at
      return close.test(text) ? { fields, end: close.lastIndex } : null
    }
    const read = readValue(text, name.lastIndex, strings)
    if (!read) return null
    const field = found[1]!.toLowerCase()
    if (!fields.has(field)) fields.set(field, read.value)
    at = read.end
  }
}

/** A value: in braces, in quotation marks, a number or a name, several of them joined by "#". Null when it breaks off. */
function readValue(
  text: string,
  from: number,
  strings: ReadonlyMap<string, string>,
): { value: string; end: number } | null {
  let value = ''
  let at = from
  for (;;) {
    while (isSpace(text[at])) at++
    const opening = text[at]
    if (opening === '{' || opening === '"') {
      const end = closingOf(text, at)
      if (end < 0) return null
      if (value.length < longestValue) value += text.slice(at + 1, Math.min(end, at + longestValue))
      at = end + 1
    } else {
      const word = /[^\s,#{}"=()]{1,200}/y
      word.lastIndex = at
      const found = word.exec(text)
      if (!found) return null
      if (value.length < longestValue) value += strings.get(found[0].toLowerCase()) ?? found[0]
      at = word.lastIndex
    }
    while (isSpace(text[at])) at++
    if (text[at] !== '#') return { value, end: at }
    at++
  }
}

const isSpace = (char: string | undefined): boolean => char === ' ' || char === '\n' || char === '\t'

/** Where the value that opens at `from` closes: braces balance, and a quotation mark within braces does not count. */
function closingOf(text: string, from: number): number {
  const isQuoted = text[from] === '"'
  let depth = isQuoted ? 0 : 1
  for (let i = from + 1; i < text.length; i++) {
    const char = text[i]
    if (char === '\\') i++
    else if (char === '{') depth++
    else if (char === '}' && --depth === 0 && !isQuoted) return i
    else if (char === '"' && isQuoted && depth === 0) return i
    if (depth < 0) return -1
  }
  return -1
}
