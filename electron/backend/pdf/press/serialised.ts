import { FileObject } from './fileObject.ts'

/**
 * A value as a PDF file holds it (ISO 32000-1, 7.3), with no space that is not needed, one character for each byte.
 * Plain strings are names, `String` objects are text; `undefined` in a dictionary is left out.
 */
export function serialised(value: unknown): string {
  if (typeof value === 'number') return number(value)
  if (typeof value === 'string') return `/${value}`
  if (value instanceof FileObject) return `${value.id} 0 R`
  if (value instanceof String) return textString(value.valueOf())
  if (Array.isArray(value)) return array(value)
  if (value instanceof Date) return `(${dateString(value)})`
  if (value instanceof Uint8Array) return `<${Buffer.from(value).toString('hex')}>`
  if (value !== null && typeof value === 'object') return dictionary(value as Record<string, unknown>)
  return String(value ?? null)
}

function array(values: readonly unknown[]): string {
  let text = '['
  for (let i = 0; i < values.length; i++) {
    const item = serialised(values[i])
    text += i > 0 && isRegular(item) && isRegularEnd(text) ? ` ${item}` : item
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

const isRegularEnd = (text: string): boolean => {
  const last = text.charCodeAt(text.length - 1)
  return last !== 0x29 && last !== 0x3e && last !== 0x5d
}

/** To a millionth; never with an exponent, which PDF does not know. */
function number(value: number): string {
  if (Number.isInteger(value)) return String(value)
  return String(Math.round(value * 1e6) / 1e6)
}

/** ASCII as it is, anything else as UTF-16 with its mark (7.9.2.2). */
function textString(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return `(${escaped(text)})`
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  return `(${escaped(bytes.toString('latin1'))})`
}

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
