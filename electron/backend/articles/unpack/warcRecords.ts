import { Refused } from './refused.ts'

/** A record of a web archive (ISO 28500:2017). Its block is read, or passed over, before the next record comes. */
export interface WarcRecord {
  /** Field names in small letters. */
  fields: ReadonlyMap<string, string>
  /** Reads the block, counted as it comes by `count`, which may throw. Null when the archive ends within it. */
  block(count: (bytes: number) => void): Promise<Buffer | null>
}

/** Headers longer than this, in bytes, no program writes. */
const longestHeader = 64 * 1024

/**
 * Reads records one after another. What is not read of a block is counted by `passOver`. Throws {@link Refused} when
 * what follows is no record.
 */
export async function* warcRecords(
  chunks: AsyncIterable<Buffer>,
  passOver: (bytes: number) => void,
): AsyncGenerator<WarcRecord> {
  const source = createSource(chunks)
  for (;;) {
    const header = await source.header()
    if (header === null) return
    if (!/^WARC\/[01]\.\d/.test(header))
      throw new Refused('it is damaged, or no web archive. Save or download it again, and import that copy.')
    const fields = fieldsOf(header)
    let left = Number(/^\d{1,15}$/.exec(fields.get('content-length') ?? '')?.[0] ?? 0)
    yield {
      fields,
      block: async count => {
        const pieces: Buffer[] = []
        for (; left > 0; ) {
          const piece = await source.take(left)
          if (!piece) return null
          left -= piece.length
          count(piece.length)
          pieces.push(piece)
        }
        return Buffer.concat(pieces)
      },
    }
    while (left > 0) {
      const piece = await source.take(left)
      if (!piece) return
      left -= piece.length
      passOver(piece.length)
    }
  }
}

/** The fields of a header, each in a line; a line that begins with a space goes on with the field before. */
export function fieldsOf(header: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of header.replace(/\r?\n[ \t]{1,100}/g, ' ').split(/\r?\n/)) {
    const at = line.indexOf(':')
    const name = line.slice(0, at).trim().toLowerCase()
    if (at > 0 && !fields.has(name)) fields.set(name, line.slice(at + 1).trim())
  }
  return fields
}

interface Source {
  /** The next lines up to an empty one, blank lines before them left out. Null at the end. */
  header(): Promise<string | null>
  /** The next bytes, `most` at most. Null at the end. */
  take(most: number): Promise<Buffer | null>
}

function createSource(chunks: AsyncIterable<Buffer>): Source {
  const iterator = chunks[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const more = async (): Promise<boolean> => {
    const { done, value } = await iterator.next()
    if (done) return false
    held = held.length === 0 ? value : Buffer.concat([held, value])
    return true
  }
  return {
    header: async () => {
      for (;;) {
        let start = 0
        while (held[start] === 13 || held[start] === 10) start++
        held = held.subarray(start)
        const end = endOfHeader(held)
        if (end > 0) {
          const header = held.toString('utf8', 0, end).toWellFormed()
          held = held.subarray(end)
          return header
        }
        if (held.length > longestHeader) return held.toString('latin1', 0, 100)
        if (!(await more())) return held.length > 0 ? held.toString('latin1', 0, 100) : null
      }
    },
    take: async most => {
      if (held.length === 0 && !(await more())) return null
      const piece = held.subarray(0, most)
      held = held.subarray(piece.length)
      return piece
    },
  }
}

/** Behind the empty line that ends a header within its longest length; 0 when there is none. */
export function endOfHeader(bytes: Buffer): number {
  const head = bytes.subarray(0, longestHeader)
  const crlf = head.indexOf('\r\n\r\n')
  const lf = head.indexOf('\n\n')
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return crlf + 4
  return lf >= 0 ? lf + 2 : 0
}
