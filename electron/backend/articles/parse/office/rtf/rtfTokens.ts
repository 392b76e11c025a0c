/** What is told of an RTF file as it is read through, in order. */
export interface RtfListener {
  open(): void
  close(): void
  /** A control word such as `par`, or a symbol such as `~`; `parameter` is null when none is given. */
  word(name: string, parameter: number | null): void
  /** Bytes of text as they stand in the file. */
  text(bytes: Uint8Array): void
  /** A byte of text written as `\'e9`. */
  byte(byte: number): void
}

/** The longest control word and parameter, in characters: RTF Specification 1.9.1, "Control Word". */
const longestWord = 32
const longestParameter = 10

/**
 * Reads an RTF file's tokens, in time linear in its length: what `\bin` announces is skipped, and no more than there
 * is. (The tokenizer of rtf-stream-parser joins wrapped text anew at every line and takes memory as `\bin` says.)
 */
export function rtfTokens(bytes: Uint8Array, listener: RtfListener): void {
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at]!
    if (byte === openBrace) listener.open()
    else if (byte === closeBrace) listener.close()
    else if (byte === backslash) {
      at = control(bytes, at + 1, listener)
      continue
    } else if (byte !== lineFeed && byte !== carriageReturn && byte !== 0) {
      const from = at
      while (at < bytes.length && !endsText(bytes[at]!)) at++
      listener.text(bytes.subarray(from, at))
      continue
    }
    at++
  }
}

const backslash = 0x5c
const openBrace = 0x7b
const closeBrace = 0x7d
const lineFeed = 0x0a
const carriageReturn = 0x0d
const hyphen = 0x2d
const space = 0x20

const endsText = (byte: number): boolean =>
  byte === backslash ||
  byte === openBrace ||
  byte === closeBrace ||
  byte === lineFeed ||
  byte === carriageReturn ||
  byte === 0

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a))

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39

/** Reads what follows a backslash; returns where the next token begins. */
function control(bytes: Uint8Array, from: number, listener: RtfListener): number {
  let at = from
  if (at >= bytes.length) return at
  if (!isLetter(bytes[at])) {
    const symbol = String.fromCharCode(bytes[at]!)
    if (symbol !== "'") {
      listener.word(symbol, null)
      return at + 1
    }
    const code = String.fromCharCode(bytes[at + 1] ?? space, bytes[at + 2] ?? space)
    if (!/^[\da-f]{2}$/i.test(code)) return at + 1
    listener.byte(Number.parseInt(code, 16))
    return at + 3
  }
  while (isLetter(bytes[at]) && at - from < longestWord) at++
  const name = String.fromCharCode(...bytes.subarray(from, at))
  const signAt = at
  if (bytes[at] === hyphen && isDigit(bytes[at + 1])) at++
  while (isDigit(bytes[at]) && at - signAt <= longestParameter) at++
  const parameter = at > signAt ? Number(String.fromCharCode(...bytes.subarray(signAt, at))) : null
  if (bytes[at] === space) at++
  if (name === 'bin') return Math.min(bytes.length, at + Math.max(0, parameter ?? 0))
  listener.word(name, parameter)
  return at
}
