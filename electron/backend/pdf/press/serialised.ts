import { FileObject } from './fileObject.ts'

/** A value that is written already. */
export class Written {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/**
 * A value as a PDF file holds it (ISO 32000-1, 7.3), with no space that is not needed, one character for each byte.
 * Plain strings are names, `String` objects are text; `undefined` in a dictionary is left out.
 */
export function serialised(value: unknown): string {
  if (typeof value === 'number') return number(value)
  if (typeof value === 'string') return `/${value}`
  if (value instanceof FileObject) return reference(value.id)
  if (value instanceof Written) return value.text
  if (value instanceof String) return textString(value.valueOf())
  if (Array.isArray(value)) return array(value)
  if (value instanceof Date) return `(${dateString(value)})`
  if (value instanceof Uint8Array) return `<${Buffer.from(value).toString('hex')}>`
  if (value !== null && typeof value === 'object') return dictionary(value as Record<string, unknown>)
  return String(value ?? null)
}

/** What stands for the object of that number. */
export const reference = (id: number): string => `${id} 0 R`

function array(values: readonly unknown[]): string {
  let text = '['
  let mayRunOn = false
  for (const value of values) {
    const item = serialised(value)
    text += mayRunOn && isRegular(item) ? ` ${item}` : item
    mayRunOn = endsRegular(item)
  }
  return `${text}]`
}

function dictionary(values: Record<string, unknown>): string {
  let text = '<<'
  for (const key in values) {
    const value = values[key]
    if (value === undefined) continue
    const item = serialised(value)
    text += isRegular(item) ? `/${key} ${item}` : `/${key}${item}`
  }
  return `${text}>>`
}

/** Whether it would run into a name or number before it: it begins with none of `( < [ /`. */
const isRegular = (item: string): boolean => {
  const first = item.charCodeAt(0)
  return first !== 0x28 && first !== 0x3c && first !== 0x5b && first !== 0x2f
}

const endsRegular = (text: string): boolean => {
  const last = text.charCodeAt(text.length - 1)
  return last !== 0x29 && last !== 0x3e && last !== 0x5d
}

/** To a millionth; never with an exponent, which PDF does not know. */
function number(value: number): string {
  if (Number.isInteger(value)) return String(value)
  return String(Math.round(value * 1e6) / 1e6)
}

/** One byte for each letter where PDF's own encoding has them all, otherwise UTF-16 with its mark (7.9.2.2). */
function textString(text: string): string {
  if (/^[\t\n\r\x20-\x7e]*$/.test(text)) return `(${escaped(text)})`
  let bytes = ''
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const byte = isLatin(code) ? code : inPdfDoc.get(code)
    if (byte === undefined) return utf16String(text)
    bytes += String.fromCharCode(byte)
  }
  // These first bytes would be taken for a mark.
  return /^(?:\xfe\xff|\xef\xbb\xbf)/.test(bytes) ? utf16String(text) : `(${escaped(bytes)})`
}

/** Codes that PDFDocEncoding shares with Unicode (annex D.2). */
const isLatin = (code: number): boolean =>
  (code >= 0x20 && code <= 0x7e) ||
  (code >= 0xa1 && code <= 0xff && code !== 0xad) ||
  code === 9 ||
  code === 10 ||
  code === 13

/** The others it has, from 0x80 on; at 0x9f there is none. */
const PDF_DOC = '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\0€'
const inPdfDoc = new Map(
  [...PDF_DOC].flatMap((letter, i) => (letter === '\0' ? [] : [[letter.charCodeAt(0), 0x80 + i]])),
)

const utf16String = (text: string): string =>
  `(${escaped(Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('latin1'))})`

/** The bytes of a literal string with what would end or change it escaped (7.3.4.2). */
export const escaped = (bytes: string): string =>
  /[()\\\r\n]/.test(bytes)
    ? bytes
        .replace(/[()\\]/g, '\\$&')
        .replaceAll('\r', '\\r')
        .replaceAll('\n', '\\n')
    : bytes

function dateString(date: Date): string {
  const digits = date.toISOString().replace(/\D/g, '')
  return `D:${digits.slice(0, 14)}Z`
}
