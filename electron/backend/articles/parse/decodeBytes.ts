import { isUtf8 as isValidUtf8 } from 'node:buffer'

export interface Decoded {
  /** Well-formed, with line feeds only, without characters that print nothing. */
  text: string
  /** The encoding and how it was decided: "utf-8 (byte-order mark)". */
  encoding: string
  /** Whether so much is control characters or undecodable that this was never text. */
  binary: boolean
}

/**
 * Decodes by byte-order mark, else as the page declares it, else as detected: UTF-16 by the pattern of its zero
 * bytes, UTF-8 when it is valid or nearly so, else windows-1252. Labels are those of the WHATWG Encoding Standard.
 */
export function decodeBytes(bytes: Uint8Array, mayDeclare: boolean): Decoded {
  const { label, how } =
    markedEncoding(bytes) ?? declaredEncoding(bytes, mayDeclare) ?? detectedEncoding(bytes)
  const decoded = new TextDecoder(label).decode(bytes).toWellFormed()
  const replaced = label === 'utf-8' ? undecodableBytes(bytes, decoded) : replacements(decoded)
  const isPlain = /^[\n\t\x20-\x7e\xa0-\u2027\u202a-\uffff]*$/.test(decoded)
  const lines = isPlain ? decoded : decoded.replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
  const text = isPlain ? decoded : lines.replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, '')
  const removed = lines.length - text.length
  const notes = [how]
  if (replaced > 0) notes.push(`${replaced} undecodable byte${replaced === 1 ? '' : 's'} replaced`)
  if (removed > 0) notes.push(`${removed} control character${removed === 1 ? '' : 's'} removed`)
  return {
    text,
    encoding: `${label} (${notes.join('; ')})`,
    binary: isBinary(lines.length, removed, replaced),
  }
}

/** Text holds hardly any control character: a stray one in a short text is let pass, one in a hundred is not. */
function isBinary(length: number, removed: number, replaced: number): boolean {
  return (removed * 100 > length && (removed > 3 || removed * 10 > length)) || replaced * 10 > length
}

interface Choice {
  label: string
  how: string
}

function markedEncoding(bytes: Uint8Array): Choice | null {
  const how = 'byte-order mark'
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { label: 'utf-8', how }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { label: 'utf-16le', how }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { label: 'utf-16be', how }
  return null
}

/** A declaration counts within the first 4 KB of a page. One that names UTF-16 was itself read byte by byte: it is UTF-8. */
function declaredEncoding(bytes: Uint8Array, mayDeclare: boolean): Choice | null {
  const start = bytes.subarray(0, 4096)
  if (!start.includes(0x3c)) return null
  const head = new TextDecoder('latin1').decode(start)
  if (!mayDeclare && !/<(?:!doctype html|html|head|meta)\b/i.test(head)) return null
  const named =
    /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})|<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]{1,40})/i.exec(
      head,
    )
  if (!named) return null
  try {
    const label = new TextDecoder(named[1] ?? named[2]).encoding
    if (label !== 'utf-8' && !label.startsWith('utf-16')) return { label, how: 'declared' }
    return isUtf8(bytes)
      ? { label: 'utf-8', how: 'declared' }
      : { label: 'windows-1252', how: 'detected; declared as utf-8, which it is not' }
  } catch {
    return null
  }
}

function detectedEncoding(bytes: Uint8Array): Choice {
  const how = 'detected'
  const sixteen = utf16ByZeros(bytes)
  if (sixteen) return { label: sixteen, how }
  return { label: isUtf8(bytes) ? 'utf-8' : 'windows-1252', how }
}

/** Valid UTF-8, or so nearly that what is broken must have been broken later. */
function isUtf8(bytes: Uint8Array): boolean {
  if (isValidUtf8(bytes)) return true
  const decoded = new TextDecoder('utf-8').decode(bytes)
  const undecodable = undecodableBytes(bytes, decoded)
  if (undecodable === 0) return true
  let sound = 0
  for (let i = 0; i < decoded.length; i++)
    if (decoded.charCodeAt(i) > 0x7f && decoded[i] !== '\ufffd') sound++
  return undecodable * 4 <= sound
}

/** UTF-16 without a mark: in Western text every other byte is nearly always zero, and the others are not. */
function utf16ByZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.min(bytes.length >> 1, 4096)
  if (pairs < 2) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) even++
    if (bytes[2 * i + 1] === 0) odd++
  }
  if (odd > pairs * 0.7 && even < pairs * 0.05) return 'utf-16le'
  if (even > pairs * 0.7 && odd < pairs * 0.05) return 'utf-16be'
  return null
}

/** In UTF-8 each replacement is three bytes when written again: what is missing then was not decodable. */
function undecodableBytes(bytes: Uint8Array, decoded: string): number {
  if (isValidUtf8(bytes)) return 0
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const genuine = genuineReplacements(bytes)
  const shown = replacements(decoded) - genuine
  return shown <= 0 ? 0 : bytes.length - mark - (Buffer.byteLength(decoded) - 3 * shown)
}

/** U+FFFD as written by whoever saved the file. */
function genuineReplacements(bytes: Uint8Array): number {
  let count = 0
  for (let i = bytes.indexOf(0xef); i >= 0; i = bytes.indexOf(0xef, i + 1))
    if (bytes[i + 1] === 0xbf && bytes[i + 2] === 0xbd) count++
  return count
}

function replacements(decoded: string): number {
  let count = 0
  for (let i = decoded.indexOf('\ufffd'); i >= 0; i = decoded.indexOf('\ufffd', i + 1)) count++
  return count
}
