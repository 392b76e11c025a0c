import type MsgReader from '@kenjiuno/msgreader'
import type { FieldsData } from '@kenjiuno/msgreader'
import type { Refuse } from '../../parsedSource.ts'
import { checkCompoundFile } from './checkCompoundFile.ts'

/** A message as Outlook saves it, and the bytes of what is attached to it. */
export interface OutlookMessage {
  fields: OutlookFields
  recipients: readonly OutlookFields[]
  attachments: readonly OutlookAttachment[]
}

/** Texts by the package's names for properties. A file may give a property of text any other type: then it is not here. */
export type OutlookFields = Readonly<Partial<Record<TextField, string>>> & {
  readonly html?: Uint8Array
  readonly isRichTextOnly?: boolean
}

export interface OutlookAttachment {
  fields: OutlookFields
  isMessage: boolean
  isHidden: boolean
  /** Null when there are none, or they cannot be read. A message within is written out as one of its own. */
  bytes(): Uint8Array | null
}

const textFields = [
  'subject',
  'senderName',
  'senderEmail',
  'senderSmtpAddress',
  'sentRepresentingSmtpAddress',
  'body',
  'bodyHtml',
  'headers',
  'clientSubmitTime',
  'messageDeliveryTime',
  'name',
  'email',
  'smtpAddress',
  'recipType',
  'fileName',
  'fileNameShort',
  'attachMimeTag',
  'pidContentId',
] as const
type TextField = (typeof textFields)[number]

const mostAttachments = 1000

/** Parses a message (.msg, MS-OXMSG). `refuse` throws: it is called when this is none, or is built to do harm. */
export async function parseMsg(bytes: Uint8Array, refuse: Refuse): Promise<OutlookMessage> {
  checkCompoundFile(bytes, refuse)
  const { default: iconv } = await import('iconv-lite')
  const loaded: unknown = (await import('@kenjiuno/msgreader')).default
  // Its module is CommonJS: who loads it decides how deep its default export lies.
  const Reader = ((loaded as { default?: unknown }).default ?? loaded) as typeof MsgReader
  try {
    let read = readWith(Reader, bytes, null)
    if (read.isEightBit) {
      const codePage = String(read.fields.messageCodepage ?? '')
      read = readWith(Reader, bytes, iconv.encodingExists(codePage) ? codePage : '1252')
    }
    const { fields, reader } = read
    const attachments = fields.attachments ?? []
    if (fields.error || attachments.length > mostAttachments) throw new Error(fields.error)
    return {
      fields: textsOf(fields),
      recipients: (fields.recipients ?? []).map(textsOf),
      attachments: attachments.map(attachment => ({
        fields: textsOf(attachment),
        isMessage: attachment.innerMsgContent === true,
        isHidden: attachment.attachmentHidden === true,
        bytes: () => bytesOf(reader, attachment),
      })),
    }
  } catch {
    return refuse(
      'it cannot be read as an Outlook message. Open it in Outlook, save it again and import that copy.',
    )
  }
}

interface Read {
  reader: MsgReader
  fields: FieldsData
  /** Some texts are in characters of 8 bits, which only a code page makes letters. */
  isEightBit: boolean
}

function readWith(Reader: typeof MsgReader, bytes: Uint8Array, codePage: string | null): Read {
  const reader = new Reader(new Uint8Array(bytes).buffer)
  let isEightBit = false
  reader.parserConfig = {
    ansiEncoding: codePage ?? undefined,
    propertyObserver: (_, tag) => {
      if ((tag & 0xffff) === 0x1e) isEightBit = true
    },
  }
  return { fields: reader.getFileData(), reader, isEightBit }
}

function textsOf(fields: FieldsData): OutlookFields {
  const texts = textFields.flatMap(name => {
    const value: unknown = fields[name]
    return typeof value === 'string' && value ? [[name, value.toWellFormed()] as const] : []
  })
  const html: unknown = fields.html
  return {
    ...Object.fromEntries(texts),
    ...(html instanceof Uint8Array ? { html } : {}),
    isRichTextOnly: fields.compressedRtf !== undefined && !fields.body && !fields.bodyHtml && !html,
  }
}

function bytesOf(reader: MsgReader, attachment: FieldsData): Uint8Array | null {
  try {
    const { content } = reader.getAttachment(attachment)
    return content.length > 0 ? content : null
  } catch {
    return null
  }
}
