/** A message in two: its own header, and the part that is the page. */
export interface RootPart {
  envelope: Uint8Array
  /** A message of its own, whose one attachment is the page, undecoded as to its characters. */
  part: Uint8Array
}

/** Bytes at the head of a message or a part within which its header ends. */
const longestHeader = 64 * 1024

/**
 * Finds the page in a message of related parts (RFC 2387): the part that `start` names, else the first that is
 * HTML. Null when the message has no parts.
 */
export function rootPart(bytes: Uint8Array): RootPart | null {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = headerOf(message, 0)
  const [, quoted, bare] =
    /\bboundary\s{0,20}=\s{0,20}(?:"([^"\r\n]{1,70})"|([^\s";]{1,70}))/i.exec(head) ?? []
  const boundary = quoted ?? bare
  if (!boundary) return null
  const [, start] = /\bstart\s{0,20}=\s{0,20}"?(<[^<>"\r\n]{1,300}>)/i.exec(head) ?? []
  const parts = partsOf(message, boundary)
  const named = start
    ? parts.find(([from]) => headerOf(message, from).toLowerCase().includes(start.toLowerCase()))
    : null
  const page =
    named ??
    parts.find(([from]) =>
      /^content-type:\s{0,20}(?:text\/html|application\/xhtml)/im.test(headerOf(message, from)),
    )
  if (!page) return null
  return {
    envelope: message.subarray(0, head.length),
    // The first of two dispositions counts: as an attachment the page keeps its bytes, which may say their encoding.
    part: Buffer.concat([Buffer.from('Content-Disposition: attachment\r\n'), message.subarray(...page)]),
  }
}

/** Up to 1000 ranges of bytes. */
function partsOf(message: Buffer, boundary: string): [from: number, to: number][] {
  const parts: [number, number][] = []
  const line = Buffer.from(`\n--${boundary}`, 'latin1')
  for (let at = message.indexOf(line); at >= 0 && parts.length < 1000; ) {
    const from = message.indexOf(10, at + line.length) + 1
    const next = message.indexOf(line, at + line.length)
    if (from > 0 && (next < 0 || from <= next)) parts.push([from, next < 0 ? message.length : next])
    at = next
  }
  return parts
}

function headerOf(message: Buffer, from: number): string {
  const head = message.toString('latin1', from, Math.min(from + longestHeader, message.length))
  const end = /\r?\n\r?\n/.exec(head)
  return end ? head.slice(0, end.index + end[0].length) : head
}
