/**
 * The words of a run of Markdown as a reader sees them, on one line: without the marks of emphasis, code and links,
 * and without the addresses of links and pictures. `labels` are those of link definitions, in small letters. One
 * pass: what follows a mark is looked at within a bound.
 */
export function inlineWords(written: string, labels: ReadonlySet<string>): string {
  return new Inline(written.toWellFormed(), labels).words()
}

class Inline {
  readonly #text: string
  readonly #labels: ReadonlySet<string>
  readonly #out: string[] = []
  /** Where in `out` an opening mark stands, by the mark. A later closing one takes both away. */
  readonly #open = new Map<string, number[]>()
  readonly #brackets: { out: number; at: number }[] = []
  #noComment = false

  constructor(text: string, labels: ReadonlySet<string>) {
    this.#text = text
    this.#labels = labels
  }

  words(): string {
    for (let at = 0; at < this.#text.length; ) at = this.#step(at)
    return this.#out
      .join('')
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, '')
      .replace(/\s{1,10000}/g, ' ')
      .trim()
  }

  #step(at: number): number {
    const char = this.#text[at]!
    if (char === '\\') return this.#escape(at)
    if (char === '`') return this.#code(at)
    if (char === '*' || char === '_' || char === '~') return this.#emphasis(at, char)
    if (char === '<') return this.#tag(at)
    if (char === '&') return this.#entity(at)
    if (char === '[' || (char === '!' && this.#text[at + 1] === '[')) return this.#bracket(at)
    if (char === ']') return this.#link(at)
    return this.#plain(at)
  }

  #plain(at: number): number {
    let end = at + 1
    while (end < this.#text.length && !special.has(this.#text[end]!)) end++
    this.#out.push(this.#text.slice(at, end))
    return end
  }

  #match(expression: RegExp, at: number): RegExpExecArray | null {
    expression.lastIndex = at
    return expression.exec(this.#text)
  }

  #escape(at: number): number {
    const next = this.#text[at + 1]
    if (next === '\n') this.#out.push(' ')
    else if (next && /[!-/:-@[-`{-~]/.test(next)) this.#out.push(next)
    else {
      this.#out.push('\\')
      return at + 1
    }
    return at + 2
  }

  #code(at: number): number {
    let end = at
    while (this.#text[end] === '`') end++
    const mark = this.#text.slice(at, end)
    const ahead = this.#text.slice(end, end + 1000)
    let close = ahead.indexOf(mark)
    while (close >= 0 && ahead[close + mark.length] === '`') {
      let past = close
      while (ahead[past] === '`') past++
      close = ahead.indexOf(mark, past)
    }
    this.#out.push(close < 0 ? mark : ahead.slice(0, close).trim())
    return close < 0 ? end : end + close + mark.length
  }

  #emphasis(at: number, char: string): number {
    let end = at
    while (this.#text[end] === char) end++
    const mark = this.#text.slice(at, end)
    const before = this.#text[at - 1] ?? ' '
    const after = this.#text[end] ?? ' '
    const within = char === '_' && isWord.test(before) && isWord.test(after)
    const known = char === '~' ? mark.length === 2 : mark.length <= 3
    const openers = this.#open.get(mark) ?? []
    if (known && !within && !/\s/.test(before) && openers.length > 0) this.#out[openers.pop()!] = ''
    else {
      if (known && !within && !/\s/.test(after)) {
        openers.push(this.#out.length)
        this.#open.set(mark, openers)
      }
      this.#out.push(mark)
    }
    return end
  }

  #tag(at: number): number {
    const address = this.#match(/<((?:https?|mailto):[^\s<>]{1,2000})>/iy, at)
    if (address) this.#out.push(address[1]!.replace(/^mailto:/i, ''))
    const tag = address ?? this.#match(/<\/?[a-z][a-z0-9-]{0,40}(?:[\s/][^<>]{0,2000})?>/iy, at)
    if (tag) {
      if (
        !address &&
        !/^<\/?(?:a|abbr|b|cite|code|del|em|i|ins|mark|q|s|small|span|strong|sub|sup|u)\b/i.test(tag[0])
      )
        this.#out.push(' ')
      return at + tag[0].length
    }
    if (!this.#noComment && this.#text.startsWith('<!--', at)) {
      const end = this.#text.indexOf('-->', at)
      if (end >= 0) return end + 3
      this.#noComment = true
    }
    this.#out.push('<')
    return at + 1
  }

  #entity(at: number): number {
    const found = this.#match(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/iy, at)
    const [whole, decimal, hexadecimal, name] = found ?? []
    const point = decimal ? Number(decimal) : hexadecimal ? Number.parseInt(hexadecimal, 16) : 0
    const isLetter = point > 31 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
    const letter = isLetter ? String.fromCodePoint(point) : entities[name ?? '']
    this.#out.push(letter ?? '&')
    return letter ? at + whole!.length : at + 1
  }

  #bracket(at: number): number {
    const note = this.#match(/\[\^([^[\]\s]{1,100})\]:?/y, at)
    if (note) {
      this.#out.push(`[${note[1]}]`)
      return at + note[0].length
    }
    const end = this.#text[at] === '!' ? at + 2 : at + 1
    this.#brackets.push({ out: this.#out.length, at: end })
    this.#out.push(this.#text.slice(at, end))
    return end
  }

  #link(at: number): number {
    const opening = this.#brackets.pop()
    const target =
      this.#match(
        /\]\(\s{0,10}(?:<[^<>\n]{0,2000}>|[^\s()<]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,2000})?)(?:\s{1,10}(?:"[^"]{0,500}"|'[^']{0,500}'))?\s{0,10}\)/y,
        at,
      ) ?? this.#match(/\]\[[^[\]]{0,300}\]/y, at)
    const label = opening && at - opening.at <= 300 ? this.#text.slice(opening.at, at).toLowerCase() : ''
    if (opening && (target || this.#labels.has(label))) {
      this.#out[opening.out] = ''
      return at + (target?.[0].length ?? 1)
    }
    this.#out.push(']')
    return at + 1
  }
}

const special = new Set('\\`*_~<&[]!')
const isWord = /[\p{L}\p{N}]/u

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  copy: '©',
  pound: '£',
  euro: '€',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
}
