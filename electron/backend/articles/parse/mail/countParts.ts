const lineFeed = 10
const hyphen = 45

/** A line that may be a boundary of an oddly declared kind counts this little. */
const perPart = 100

/**
 * How many parts a message has: the lines that begin with a boundary that is declared somewhere in it. There are
 * more ways to declare one than are known here, so that any line beginning with two hyphens counts a hundredth.
 * Stops counting beyond `enough`.
 */
export function countParts(bytes: Uint8Array, enough: number): number {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const boundaries = declaredBoundaries(message)
  let parts = 0
  let lines = 0
  for (let at = 0; at >= 0 && parts <= enough; at = nextLine(message, at)) {
    if (message[at] !== hyphen || message[at + 1] !== hyphen) continue
    lines++
    const line = message.toString('latin1', at + 2, Math.min(at + 72, message.length))
    if (boundaries.some(boundary => line.startsWith(boundary))) parts++
    else if (lines % perPart === 0) parts++
  }
  return parts
}

function nextLine(message: Buffer, at: number): number {
  const end = message.indexOf(lineFeed, at)
  return end < 0 ? -1 : end + 1
}

/** Up to 50, each up to 70 characters (RFC 2046, 5.1.1). */
function declaredBoundaries(message: Buffer): string[] {
  const boundaries = new Set<string>()
  for (const [, quoted, bare] of message
    .toString('latin1')
    .matchAll(/\bboundary[ \t]{0,5}=[ \t]{0,5}(?:"([^"\r\n]{1,70})|([^\s";]{1,70}))/gi)) {
    boundaries.add((quoted ?? bare)!.trimEnd())
    if (boundaries.size >= 50) break
  }
  return [...boundaries]
}
