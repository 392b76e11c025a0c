import type { Entry, ZipFile } from 'yauzl'
import type { Refuse } from '../../parsedSource.ts'
import { checkXml } from './checkXml.ts'

/** The most that is taken out of one document, whatever its headers say. Bytes, but for the number of entries. */
const docxLimits = { part: 64 * 1024 * 1024, whole: 256 * 1024 * 1024, entries: 2000 } as const

/** What a Word document holds: its XML parts as text by their names, and whether there are pictures. */
export interface DocxParts {
  texts: ReadonlyMap<string, string>
  pictures: boolean
}

/**
 * Takes the XML parts out of a Word document (a zip archive, ECMA-376 part 2). Nothing else is inflated. `refuse`
 * throws, for an archive that is broken, encrypted, too large when inflated, or whose headers and content differ.
 */
export async function docxParts(bytes: Uint8Array, refuse: Refuse): Promise<DocxParts> {
  const { fromBufferPromise } = await import('yauzl')
  const broken = () =>
    refuse(
      'it is not a whole Word document. Open it in Word or LibreOffice, save it again and import that copy.',
    )
  const texts = new Map<string, string>()
  let pictures = false
  let left: number = docxLimits.whole
  let entries = 0
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
    strictFileNames: true,
  }).catch(broken)
  const found = zip.eachEntry()
  for (let step = await found.next().catch(broken); !step.done; step = await found.next().catch(broken)) {
    const entry = step.value
    if (++entries > docxLimits.entries)
      refuse(`it holds more than ${docxLimits.entries} parts, which no Word document needs.`)
    const name = entry.fileName.replace(/^\//, '')
    if (/^word\/media\//i.test(name)) pictures = true
    if (!/\.(?:xml|rels)$/i.test(name)) continue
    if (texts.has(name))
      refuse('two of its parts have the same name, so that what it says depends on the reader.')
    if (entry.isEncrypted()) refuse('it is protected by a password. Save a copy without one and import that.')
    const most = Math.min(docxLimits.part, left)
    const part = await inflated(zip, entry, most).catch(broken)
    if (!part) return refuse('it grows beyond all measure when it is unpacked, as only a harmful file does.')
    left -= part.length
    const text = decoded(part)
    checkXml(text, refuse)
    texts.set(name, text)
  }
  return { texts, pictures }
}

/** An entry's bytes; null if there are more than `most`. Throws when its size is not what its header says. */
async function inflated(zip: ZipFile, entry: Entry, most: number): Promise<Buffer | null> {
  if (entry.uncompressedSize > most) return null
  const stream = await zip.openReadStreamPromise(entry)
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of stream as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > most) {
      stream.destroy()
      return null
    }
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** Word writes UTF-8; the standard allows UTF-16, which has a byte-order mark. */
function decoded(part: Buffer): string {
  const label =
    part[0] === 0xff && part[1] === 0xfe
      ? 'utf-16le'
      : part[0] === 0xfe && part[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  return new TextDecoder(label).decode(part)
}
