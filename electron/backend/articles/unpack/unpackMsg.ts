import { type OutlookAttachment, parseMsg } from '../parse/mail/parseMsg.ts'
import { pictureReason } from './attachedPicture.ts'
import { Refused } from './refused.ts'
import type { Room, Unpacker } from './room.ts'

/** Gives a message of Outlook itself, then what is attached to it; pictures within its words are passed over. */
export const unpackMsg: Unpacker = async ({ bytes }, room) => {
  const { attachments } = await parseMsg(bytes, reason => {
    throw new Refused(reason)
  })
  await room.putSelf()
  for (const attachment of attachments) {
    const { attachMimeTag, pidContentId } = attachment.fields
    const name = nameOf(attachment)
    const isPicture = /^image\//i.test(attachMimeTag ?? '') || pictureName.test(name)
    if (attachment.isHidden || (isPicture && pidContentId)) room.budget.passOver()
    else if (isPicture) await room.refuse(name, pictureReason)
    else await takeOut(attachment, name, room)
  }
}

async function takeOut(attachment: OutlookAttachment, name: string, room: Room): Promise<void> {
  const content = attachment.bytes()
  if (!content)
    return room.refuse(
      name,
      'nothing of it is kept in the message. Open the message in Outlook, and save it from there.',
    )
  try {
    room.budget.counter()(content.length)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return room.refuse(name, error.message)
  }
  await room.put(name, content, { mediaType: attachment.fields.attachMimeTag })
}

const pictureName = /\.(?:png|jpe?g|gif|bmp|tiff?|webp|svg|heic|emf|wmf)$/i

function nameOf({ fields: { fileName, fileNameShort, name }, isMessage }: OutlookAttachment): string {
  if (isMessage) return `${name || 'Attached message'}.msg`
  return fileName || fileNameShort || name || 'Unnamed attachment'
}
