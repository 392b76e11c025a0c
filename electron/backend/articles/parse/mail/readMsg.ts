import type { ParsedFile, Refuse, SourceBytes } from '../../parsedSource.ts'
import { decodeBytes } from '../decodeBytes.ts'
import { messageArticle } from './messageArticle.ts'
import { type OutlookFields, type OutlookMessage, parseMsg } from './parseMsg.ts'

/** Reads the words of a message that Outlook saved (.msg). What is attached to it is taken out elsewhere. */
export async function readMsg(source: SourceBytes, refuse: Refuse): Promise<ParsedFile> {
  const message = await parseMsg(source.bytes, refuse)
  const { subject, body, bodyHtml, html, senderName, headers, isRichTextOnly } = message.fields
  const page = bodyHtml ?? (html ? decodeBytes(html, true).text : null)
  if (isRichTextOnly)
    refuse(
      'its words are kept as Rich Text only. Open it in Outlook, save it as HTML or text, and import that.',
    )
  if (!subject && !body && !page && !senderName)
    refuse(
      'it is no message; it may be another item of Outlook. Open it there, save it as text, and import that.',
    )
  const { clientSubmitTime, messageDeliveryTime } = message.fields
  const article = messageArticle(
    {
      subject: subject ?? null,
      from: named(senderName, addressOf(message.fields)),
      date: writtenDate(headers) ?? clientSubmitTime ?? messageDeliveryTime ?? null,
      header: [
        ['To', recipients(message, 'to')],
        ['Cc', recipients(message, 'cc')],
      ],
      bodies: [{ text: body ?? null, html: page }],
    },
    source,
    refuse,
  )
  return { articles: [article], references: [] }
}

/** Exchange names people by a path of its own; only what has an @ is an address. */
function addressOf(fields: OutlookFields): string | undefined {
  const { senderSmtpAddress, sentRepresentingSmtpAddress, senderEmail, smtpAddress, email } = fields
  return [senderSmtpAddress, sentRepresentingSmtpAddress, smtpAddress, senderEmail, email].find(address =>
    address?.includes('@'),
  )
}

function named(name: string | undefined, address: string | undefined): string | null {
  if (!name || name === address) return address ?? null
  return address ? `${name} (${address})` : name
}

const recipients = ({ recipients }: OutlookMessage, type: string): string =>
  recipients
    .filter(({ recipType }) => recipType === type)
    .slice(0, 100)
    .map(recipient => named(recipient.name, addressOf(recipient)) ?? '')
    .filter(Boolean)
    .join(', ')

/** The day in the writer's own time zone stands only in the header that came with the message. */
const writtenDate = (headers: string | undefined): string | undefined =>
  /^date:[ \t]{1,20}(.{6,100})$/im.exec(headers?.slice(0, 100_000) ?? '')?.[1]?.trim()
