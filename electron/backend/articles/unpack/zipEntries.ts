import { crc32 } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import { Refused } from './refused.ts'

export type { Entry, ZipFile }

const damaged = 'its archive is damaged or incomplete. Download or copy it again, and import that copy.'

/** Opens a zip archive in memory. Throws {@link Refused} when it has no readable table of contents. */
export async function openZip(bytes: Uint8Array): Promise<ZipFile> {
  const { fromBufferPromise } = (await import('yauzl')).default
  try {
    // Names stay bytes and sizes unchecked here: the package ends the whole reading over one bad name or size.
    return await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      decodeStrings: false,
      validateEntrySizes: false,
    })
  } catch {
    throw new Refused(
      'the archive is damaged or incomplete. Download or copy it again, and import that copy.',
    )
  }
}

/** A function that gives one entry after the other, null at the end. It throws {@link Refused} when the table of contents breaks off. */
export function entriesOf(zip: ZipFile): () => Promise<Entry | null> {
  const entries = zip.eachEntry()
  return async () => {
    try {
      const { done, value } = await entries.next()
      return done ? null : value
    } catch {
      throw new Refused(
        'the table of contents of the archive is damaged. Download or copy it again, and import that copy.',
      )
    }
  }
}

/** The name as its maker wrote it: UTF-8 where it says so or is so, else the code page of old. */
export async function entryName(entry: Entry): Promise<string> {
  const { getFileNameLowLevel } = (await import('yauzl')).default
  const utf8 = 0x800
  const valid = isUtf8(entry.fileNameRaw)
  return getFileNameLowLevel(valid ? utf8 : 0, entry.fileNameRaw, entry.extraFields, false)
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/**
 * The bytes of an entry, counted by `count` as they come, which throws when there are too many. Throws
 * {@link Refused} when the entry is encrypted, damaged, or not what its header says.
 */
export async function readEntry(
  zip: ZipFile,
  entry: Entry,
  count: (bytes: number) => void,
): Promise<Uint8Array> {
  if (entry.isEncrypted())
    throw new Refused(
      'it is protected by a password. Open the archive with its password, and import the file by itself.',
    )
  if (!entry.canDecodeFileData())
    throw new Refused(
      'it is packed in a way that cannot be undone here. Unpack the archive, and import the file by itself.',
    )
  const chunks: Buffer[] = []
  let length = 0
  let sum = 0
  const stream = await zip.openReadStreamPromise(entry).catch(() => {
    throw new Refused(damaged)
  })
  const chunkOf = stream.iterator() as AsyncIterator<Buffer>
  try {
    for (;;) {
      const { done, value } = await chunkOf.next().catch(() => {
        throw new Refused(damaged)
      })
      if (done) break
      count(value.length)
      length += value.length
      if (length > entry.uncompressedSize) throw new Refused(damaged)
      sum = crc32(value, sum)
      chunks.push(value)
    }
  } finally {
    stream.destroy()
  }
  if (length !== entry.uncompressedSize || sum !== entry.crc32) throw new Refused(damaged)
  return Buffer.concat(chunks, length)
}
