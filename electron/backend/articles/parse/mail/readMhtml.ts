import type { Attachment } from 'postal-mime'
import type { ParsedFile, Refuse, SourceBytes } from '../../parsedSource.ts'
import { decodeBytes } from '../decodeBytes.ts'
import { parseHtml } from '../html/parseHtml.ts'
import { type MimeMessage, parseMime } from './parseMime.ts'
import { rootPart } from './rootPart.ts'

/**
 * Reads a page as a browser saved it whole (.mhtml, RFC 2557): its first page, without the frames, pictures and
 * styles beside it. Where and when it was saved is what the browser says.
 */
export async function readMhtml(source: SourceBytes, refuse: Refuse): Promise<ParsedFile> {
  const root = rootPart(source.bytes)
  const envelope = await parseMime(root?.envelope ?? source.bytes, refuse)
  const part = root ? await parseMime(root.part, refuse) : envelope
  const page = part.attachments[0]
  if (!page || !/html|xml/.test(page.mimeType))
    return refuse('there is no page in it. Save the page again from a browser, as one file or as HTML.')
  const { text, encoding } = decoded(page, header(part, 'content-type') ?? '')
  const address = header(envelope, 'snapshot-content-location') ?? header(part, 'content-location')
  const url = source.url ?? (address && /^https?:\/\/\S{1,3900}$/i.test(address) ? address : undefined)
  const capturedAt = source.capturedAt ?? moment(header(envelope, 'date'))
  const parsed = parseHtml(text, { ...source, url, capturedAt }, refuse)
  return { articles: [{ ...parsed, encoding }], references: [] }
}

const header = ({ headers }: MimeMessage, name: string): string | undefined =>
  headers.find(({ key }) => key === name)?.value

function decoded(page: Attachment, contentType: string): { text: string; encoding: string } {
  const bytes = page.content as Uint8Array
  const view = bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes
  const [, label] = /\bcharset\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})/i.exec(contentType.slice(0, 1000)) ?? []
  const guessed = decodeBytes(view, true)
  if (!label) return guessed
  try {
    const decoder = new TextDecoder(label)
    if (decoder.encoding === 'utf-8') return guessed
    return { text: decoder.decode(view).toWellFormed(), encoding: `${decoder.encoding} (declared)` }
  } catch {
    return guessed
  }
}

function moment(written: string | undefined): string | undefined {
  const time = Date.parse(written?.slice(0, 100) ?? '')
  const year = Number.isNaN(time) ? 0 : new Date(time).getUTCFullYear()
  return year > 1990 && year < 3000 ? new Date(time).toISOString() : undefined
}
