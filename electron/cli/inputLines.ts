/**
 * The lines of a stream of UTF-8, as they come. Only a line feed ends a line, with or without a carriage return
 * before it: JSON may hold U+2028 and U+2029 as they are (RFC 8259, section 7). The last line needs no end; a
 * byte-order mark is left out.
 */
export async function* inputLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  // Kept in pieces, so that a long line is not searched again with every piece.
  let pieces: string[] = []
  for await (const chunk of stream) {
    const [head = '', ...rest] = decoder.decode(chunk, { stream: true }).split('\n')
    pieces.push(head)
    for (const next of rest) {
      yield line(pieces)
      pieces = [next]
    }
  }
  pieces.push(decoder.decode())
  if (pieces.some(piece => piece !== '')) yield line(pieces)
}

const line = (pieces: readonly string[]): string => pieces.join('').replace(/\r$/, '')
