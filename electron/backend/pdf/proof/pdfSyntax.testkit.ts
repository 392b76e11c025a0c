/** A value as a PDF file writes it (ISO 32000-1, 7.3). */
export type PdfValue = null | boolean | number | Name | PdfString | Ref | PdfValue[] | Dict | Stream

/** With its slash: "/Page". */
export type Name = `/${string}`
/** One character for each byte. */
export interface PdfString {
  string: string
}
/** The number of an object; generations are always 0 here. */
export interface Ref {
  ref: number
}
/** By keys without their slash. */
export type Dict = Map<string, PdfValue>
export interface Stream {
  dict: Dict
  /** As it stands in the file. */
  raw: string
}

/** A word that is no value: "obj", or an operator of a content stream. */
export interface Keyword {
  keyword: string
}

export const isDict = (value: unknown): value is Dict => value instanceof Map
export const isName = (value: unknown): value is Name => typeof value === 'string'
export const isRef = (value: unknown): value is Ref => isObject(value) && 'ref' in value
export const isString = (value: unknown): value is PdfString => isObject(value) && 'string' in value
export const isStream = (value: unknown): value is Stream => isObject(value) && 'raw' in value
export const isKeyword = (value: unknown): value is Keyword => isObject(value) && 'keyword' in value

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Reads values and keywords from `text`, which has one character for each byte. */
export class PdfLexer {
  readonly text: string
  at: number

  constructor(text: string, at = 0) {
    this.text = text
    this.at = at
  }

  /** The next value or keyword; undefined at the end. Throws on what is no PDF. */
  next(): PdfValue | Keyword | undefined {
    this.skipSpace()
    const { text, at } = this
    const first = text[at]
    if (first === undefined) return undefined
    if (first === '/') return this.name()
    if (first === '(') return this.literalString()
    if (text.startsWith('<<', at)) return this.dictionary()
    if (first === '<') return this.hexString()
    if (first === '[') return this.list(']')
    return this.numberOrWord()
  }

  skipSpace(): void {
    space.lastIndex = this.at
    space.exec(this.text)
    this.at = space.lastIndex
  }

  private match(pattern: RegExp): RegExpExecArray {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (!found)
      throw new Error(`No PDF at ${this.at}: ${JSON.stringify(this.text.slice(this.at, this.at + 20))}`)
    this.at = pattern.lastIndex
    return found
  }

  private name(): Name {
    const [, letters = ''] = this.match(/\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y)
    return `/${letters.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))}`
  }

  private hexString(): PdfString {
    const [, digits = ''] = this.match(/<([0-9A-Fa-f\s]*)>/y)
    const hex = digits.replace(/\s/g, '')
    return { string: Buffer.from(hex.length % 2 === 0 ? hex : `${hex}0`, 'hex').toString('latin1') }
  }

  private literalString(): PdfString {
    let string = ''
    let depth = 0
    for (;;) {
      const [part] = this.match(/[()]|\\(?:[0-7]{1,3}|\r\n|[\s\S])|[^()\\]+/y)
      if (part === '(' && depth++ === 0) continue
      if (part === ')' && --depth === 0) return { string }
      string += part[0] === '\\' ? unescaped(part.slice(1)) : part.replace(/\r\n?/g, '\n')
    }
  }

  private list(end: ']' | '>>'): PdfValue[] {
    this.at += end.length
    const values: PdfValue[] = []
    for (;;) {
      this.skipSpace()
      if (this.text.startsWith(end, this.at)) {
        this.at += end.length
        return values
      }
      const value = this.next()
      if (value === undefined || isKeyword(value)) throw new Error(`A list that does not end, at ${this.at}`)
      values.push(value)
    }
  }

  private dictionary(): Dict {
    const values = this.list('>>')
    const dict: Dict = new Map()
    for (let i = 0; i < values.length; i += 2) {
      const key = values[i]
      if (!isName(key) || values[i + 1] === undefined) throw new Error(`A key that is no name, at ${this.at}`)
      if (dict.has(key.slice(1))) throw new Error(`${key} stands twice, at ${this.at}`)
      dict.set(key.slice(1), values[i + 1]!)
    }
    return dict
  }

  private numberOrWord(): PdfValue | Keyword {
    reference.lastIndex = this.at
    const found = reference.exec(this.text)
    if (found) {
      this.at = reference.lastIndex
      return { ref: Number(found[1]) }
    }
    const [word] = this.match(/[^\0\t\n\f\r ()<>[\]{}/%]+/y)
    if (word in constants) return constants[word as keyof typeof constants]
    return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(word) ? Number(word) : { keyword: word }
  }
}

const space = /(?:[\0\t\n\f\r ]|%[^\r\n]*)*/y
const reference = /(\d+) 0 R(?![^\0\t\n\f\r ()<>[\]{}/%])/y
const constants = { true: true, false: false, null: null }
const escapes: Record<string, string> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '\n': '',
  '\r': '',
  '\r\n': '',
}

const unescaped = (code: string): string =>
  /^[0-7]+$/.test(code) ? String.fromCharCode(Number.parseInt(code, 8) & 255) : (escapes[code] ?? code)

/** What PDFDocEncoding has from 0x80 to 0xa0 (annex D.2). */
const pdfDoc = '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\ufffd€'

/** The words of a text string (7.9.2.2): UTF-16 where it says so, otherwise one byte for each letter. */
export function wordsOf({ string }: PdfString): string {
  if (!string.startsWith('\xfe\xff'))
    return string.replace(/[\x80-\xa0]/g, byte => pdfDoc[byte.charCodeAt(0) - 0x80]!)
  return Buffer.from(string.slice(2), 'latin1').swap16().toString('utf16le')
}
