import type { Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { inflated } from './inflated.ts'
import { Refused } from './refused.ts'
import { endOfHeader, fieldsOf } from './warcRecords.ts'

/** An answer of a web server as an archive keeps it. */
export interface HttpResponse {
  status: number
  fields: ReadonlyMap<string, string>
  body: Buffer
}

/** Takes an answer (RFC 9112) apart; null when it is none. */
export function httpResponse(block: Buffer): HttpResponse | null {
  const end = endOfHeader(block)
  const header = block.toString('latin1', 0, end)
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(header)?.[1]
  return status ? { status: Number(status), fields: fieldsOf(header), body: block.subarray(end) } : null
}

/** The body as the page is, counted by `count` as it comes. Throws {@link Refused} when it cannot be undone. */
export async function payloadOf(
  { fields, body }: HttpResponse,
  count: (bytes: number) => void,
): Promise<Buffer> {
  const isChunked = /\bchunked\b/i.test(fields.get('transfer-encoding') ?? '')
  const whole = (isChunked && joinedChunks(body)) || body
  const encoding = (fields.get('content-encoding') ?? '').trim().toLowerCase()
  if (encoding === '' || encoding === 'identity') return counted(whole, count)
  // Some archivers undo the encoding and leave its name.
  if (encoding.includes('gzip') && !(whole[0] === 0x1f && whole[1] === 0x8b)) return counted(whole, count)
  const decoder = decoders[encoding]?.()
  if (!decoder)
    throw new Refused(
      'it is packed in a way that cannot be undone here. Open the page and save it by itself.',
    )
  return await decodedBy(decoder, whole, count)
}

const decoders: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

function counted(body: Buffer, count: (bytes: number) => void): Buffer {
  count(body.length)
  return body
}

async function decodedBy(decoder: Transform, body: Buffer, count: (bytes: number) => void): Promise<Buffer> {
  const pieces: Buffer[] = []
  const chunks = inflated(decoder, body)
  for (;;) {
    const { done, value } = await chunks.next().catch(() => {
      throw new Refused('it is damaged or incomplete in the archive. Open the page and save it by itself.')
    })
    if (done) return Buffer.concat(pieces)
    pieces.push(value)
    try {
      count(value.length)
    } catch (error) {
      await chunks.return(undefined)
      throw error
    }
  }
}

/** The body without the frame of chunks (RFC 9112, 7.1); null when there is no such frame. */
function joinedChunks(body: Buffer): Buffer | null {
  const chunks: Buffer[] = []
  for (let at = 0; at < body.length; ) {
    const size = /^\s{0,4}([0-9a-f]{1,8})[ \t]{0,20}(?:;[^\r\n]{0,200})?\r?\n/i.exec(
      body.toString('latin1', at, at + 250),
    )
    if (!size) return chunks.length > 0 ? Buffer.concat(chunks) : null
    const length = Number.parseInt(size[1]!, 16)
    if (length === 0) break
    const from = at + size[0].length
    chunks.push(body.subarray(from, from + length))
    at = from + length + 2
  }
  return Buffer.concat(chunks)
}
