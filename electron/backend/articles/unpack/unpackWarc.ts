import { createGunzip } from 'node:zlib'
import { detectKind } from '../detectKind.ts'
import { httpResponse, payloadOf } from './httpPayload.ts'
import { inflated } from './inflated.ts'
import { Refused } from './refused.ts'
import type { Room, Unpacker } from './room.ts'
import { type WarcRecord, warcRecords } from './warcRecords.ts'

/** Takes the pages and documents out of a web archive; what only makes a page look or work is passed over. */
export const unpackWarc: Unpacker = async ({ bytes }, room) => {
  const records = warcRecords(chunksOf(bytes), room.budget.count)
  let isFirst = true
  for (;;) {
    const { done, value } = await records.next().catch(async error => {
      if (isFirst || !(error instanceof Refused)) throw error
      await room.refuseRest(error.message)
      return { done: true, value: undefined } as const
    })
    if (done) return
    isFirst = false
    await takeOut(value, room)
  }
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Buffer> {
  if (bytes[0] !== 0x1f) {
    yield Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return
  }
  try {
    // A compressed archive has each record in a member of its own; they are read as one stream.
    yield* inflated(createGunzip(), bytes)
  } catch {
    throw new Refused('it is damaged or incomplete. Save or download it again, and import that copy.')
  }
}

async function takeOut(record: WarcRecord, room: Room): Promise<void> {
  const type = record.fields.get('warc-type')
  const url = record.fields.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? ''
  const isPage = (type === 'response' || type === 'resource') && /^https?:\/\/[^\s/]/i.test(url)
  if (!isPage || /^https?:\/\/[^/]+\/(?:robots\.txt|favicon\.ico)$/i.test(url)) return room.budget.passOver()
  const name = url.replace(/^https?:\/\//i, '').slice(0, 2000)
  try {
    const found = await payload(record, type === 'resource', room)
    if (!found) return room.budget.passOver()
    const { bytes, mediaType } = found
    const capturedAt = moment(record.fields.get('warc-date'))
    await room.put(name, bytes, { url, capturedAt, mediaType })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    await room.refuse(name, error.message)
  }
}

/** What the record keeps, when it is something to read. */
async function payload(
  record: WarcRecord,
  isResource: boolean,
  room: Room,
): Promise<{ bytes: Buffer; mediaType: string | undefined } | null> {
  const ownType = record.fields.get('content-type')
  if (isResource && !isReadable(ownType)) return null
  const block = await record.block(room.budget.counter())
  if (!block) throw new Refused('the archive ends in the midst of it. Save or download the archive again.')
  if (isResource) return { bytes: block, mediaType: ownType }
  const response = httpResponse(block)
  const mediaType = response?.fields.get('content-type')
  if (response?.status !== 200 || !isReadable(mediaType)) return null
  const bytes = await payloadOf(response, room.budget.counter())
  if (bytes.length === 0) return null
  if (!mediaType && !['html', 'pdf', 'docx'].includes(detectKind({ name: '', bytes }))) return null
  return { bytes, mediaType }
}

const readable =
  /^(?:text\/(?:html|plain|markdown|rtf)|application\/(?:xhtml\+xml|pdf|rtf|epub\+zip|x-bibtex|x-research-info-systems|vnd\.openxmlformats-officedocument\.wordprocessingml\.document))$/

/** What has no type is looked at. */
const isReadable = (mediaType: string | undefined): boolean =>
  !mediaType || readable.test(mediaType.split(';', 1)[0]!.trim().toLowerCase())

function moment(written: string | undefined): string | undefined {
  const time = /^\d{4}-\d{2}-\d{2}T[\d:.]{5,25}Z$/.test(written ?? '') ? Date.parse(written!) : Number.NaN
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}
