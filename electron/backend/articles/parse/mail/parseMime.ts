import type { Email } from 'postal-mime'
import type { Refuse } from '../../parsedSource.ts'
import { collectBodies, type MailBody } from './collectBodies.ts'
import { countParts } from './countParts.ts'

/** Parts within parts; mail programs do not go beyond five or six. */
const deepest = 20
const mostParts = 1000
/** Bytes of all headers together. */
const longestHeaders = 1024 * 1024

/** A message: its header and attachments, and the words of its parts in order. */
export interface MimeMessage {
  headers: Email['headers']
  email: Email
  bodies: readonly MailBody[]
  attachments: Email['attachments']
}

/**
 * Parses a message (RFC 5322, MIME), messages within it being left whole as attachments. `refuse` throws: it is
 * called when this is no message, or one built to do harm.
 */
export async function parseMime(bytes: Uint8Array, refuse: Refuse): Promise<MimeMessage> {
  if (countParts(bytes, mostParts) > mostParts)
    refuse(
      `it has more than ${mostParts.toLocaleString('en-GB')} parts. Save what you need of it from your mail program, and import that.`,
    )
  const { default: PostalMime } = await import('postal-mime')
  const message = withoutEnvelope(bytes)
  const parser = new PostalMime({
    forceRfc822Attachments: true,
    maxNestingDepth: deepest,
    maxHeadersSize: longestHeaders,
  })
  const { email, bodies } = await collectBodies(parser, message).catch(error =>
    refuse(
      /nesting/i.test(String(error))
        ? `its parts are nested more than ${deepest} deep. Save what you need of it from your mail program, and import that.`
        : 'its mail header is damaged or too long. Save it again from your mail program, and import that copy.',
    ),
  )
  if (!email.headers.some(({ key }) => telling.has(key)))
    refuse(
      'it does not begin with the header of a message. Save it again from your mail program, and import that copy.',
    )
  return { headers: email.headers, email, bodies, attachments: email.attachments }
}

const telling = new Set(['from', 'to', 'subject', 'date', 'received', 'message-id', 'content-type'])

/** Apple Mail writes the message's length in a line before it, and notes of its own after it (.emlx). */
function withoutEnvelope(bytes: Uint8Array): Uint8Array {
  const [line, length] =
    /^(\d{1,9}) *\r?\n/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 20))) ?? []
  return line ? bytes.subarray(line.length, line.length + Number(length)) : bytes
}
