import type { Attachment } from 'postal-mime'
import { parseMime } from '../parse/mail/parseMime.ts'
import { pictureReason } from './attachedPicture.ts'
import { Refused } from './refused.ts'
import type { Room, Unpacker } from './room.ts'

/** Gives a message itself, then what is attached to it; pictures that stand within its words are passed over. */
export const unpackMail: Unpacker = async ({ bytes }, room) => {
  const { attachments, bodies } = await parseMime(bytes, reason => {
    throw new Refused(reason)
  })
  await room.putSelf()
  const html = bodies.map(body => body.html ?? '').join('\n')
  for (const attachment of attachments) {
    if (isSignature.test(attachment.mimeType) || isWithinWords(attachment, html)) room.budget.passOver()
    else await takeOut(attachment, room)
  }
}

async function takeOut(attachment: Attachment, room: Room): Promise<void> {
  const { mimeType } = attachment
  const name = attachment.filename || defaultNames[mimeType] || 'Unnamed attachment'
  if (/^image\//.test(mimeType)) return room.refuse(name, pictureReason)
  const content = attachment.content as ArrayBuffer | Uint8Array
  const bytes = new Uint8Array(content)
  try {
    room.budget.counter()(bytes.length)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return room.refuse(name, error.message)
  }
  await room.put(name, bytes, { mediaType: mimeType })
}

const defaultNames: Record<string, string> = {
  'message/rfc822': 'Attached message.eml',
  'text/html': 'Attached page.html',
  'text/plain': 'Attached text.txt',
}

/** What programs sign a message with, and nobody reads. */
const isSignature = /^application\/(?:pgp-signature|(?:x-)?pkcs7-signature)$/

function isWithinWords({ mimeType, related, contentId }: Attachment, html: string): boolean {
  if (!/^image\//.test(mimeType)) return false
  const id = contentId?.replace(/[<>\s]/g, '')
  return related === true || (id ? html.includes(`cid:${id}`) : false)
}
