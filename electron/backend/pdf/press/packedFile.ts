import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { FileObject, type ObjectSink } from './fileObject.ts'
import { serialised } from './serialised.ts'

/** Writes a file whose objects, except for streams, lie compressed in object streams (ISO 32000-1, 7.5.7). */
export interface PackedFile extends ObjectSink {
  /** A new object of the file, to be ended once. */
  object(data?: Record<string, unknown>): FileObject
  /** The number of a new object whose text will be put in. */
  reserve(): number
  put(id: number, text: string): void
  /**
   * Writes what is left, the cross-reference stream with the entries given (7.5.8), and gives the whole file. Its
   * identifier is a digest of what is in it.
   */
  finish(trailer: Record<string, unknown>): Buffer
}

/** An object stream holds about so many characters: enough to compress well, little enough to be read for one object. */
const STREAM_SIZE = 64 * 1024

/** Where an object is: at an offset of the file, or in an object stream at an index. */
type Place = [type: 1, offset: number, generation: 0] | [type: 2, stream: number, index: number]

export function packedFile(header: string): PackedFile {
  const chunks: Uint8Array[] = []
  const places: (Place | undefined)[] = []
  const digest = createHash('sha256')
  let length = 0
  let objects = 0
  let isWhole = false
  let packed: { id: number; offset: number }[] = []
  let body: string[] = []
  let bodyLength = 0
  const file: PackedFile = {
    object(data = {}) {
      return new FileObject(++objects, data, file)
    },
    reserve: () => ++objects,
    put: pack,
    add(object) {
      if (object.stream) writeStream(object)
      else pack(object.id, serialised(object.data))
      object.stream = null
    },
    finish(trailer) {
      flush()
      const table = file.object()
      places[table.id] = [1, length, 0]
      const { entries, widths } = crossReferences(places, objects)
      const start = length
      isWhole = true
      const id = digest.digest().subarray(0, 16)
      table.data = {
        Type: 'XRef',
        Size: objects + 1,
        W: widths,
        ...trailer,
        ID: [id, id],
        DecodeParms: { Predictor: 12, Columns: widths.reduce((sum, width) => sum + width) },
      }
      table.write(entries)
      writeStream(table)
      write(`startxref\n${start}\n%%EOF\n`)
      return Buffer.concat(chunks)
    },
  }
  write(header)
  return file

  function pack(id: number, text: string): void {
    packed.push({ id, offset: bodyLength })
    body.push(text)
    bodyLength += text.length + 1
    if (bodyLength > STREAM_SIZE) flush()
  }

  function flush(): void {
    if (packed.length === 0) return
    const stream = file.object()
    packed.forEach(({ id }, index) => {
      places[id] = [2, stream.id, index]
    })
    const index = `${packed.map(({ id, offset }) => `${id} ${offset}`).join(' ')}\n`
    stream.data = { Type: 'ObjStm', N: packed.length, First: index.length }
    stream.write(index + body.join('\n'))
    packed = []
    body = []
    bodyLength = 0
    writeStream(stream)
  }

  function writeStream({ id, data, stream, compress }: FileObject): void {
    const raw = stream!.length === 1 ? stream![0]! : Buffer.concat(stream!)
    const bytes = compress ? deflateSync(raw) : raw
    places[id] = [1, length, 0]
    const filter = compress ? { Filter: 'FlateDecode' } : {}
    const dictionary = serialised({ ...data, ...filter, Length: bytes.length })
    write(`${id} 0 obj\n${dictionary}\nstream\n`)
    write(bytes)
    write('\nendstream\nendobj\n')
  }

  function write(chunk: string | Uint8Array): void {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'latin1') : chunk
    chunks.push(bytes)
    length += bytes.length
    if (!isWhole) digest.update(bytes)
  }
}

/**
 * The table's rows for the objects from 0 on, each as the difference to the row above (PNG's "up", 7.4.4.4), in which
 * almost all is nought. Objects that were never ended are free.
 */
function crossReferences(
  places: readonly (Place | undefined)[],
  objects: number,
): { entries: Uint8Array; widths: number[] } {
  let largest = 0
  for (const place of places) if (place) largest = Math.max(largest, place[1])
  const widths = [1, Math.ceil(Math.log2(largest + 1) / 8), 2]
  const width = widths.reduce((sum, each) => sum + each)
  const rows = Buffer.alloc((width + 1) * (objects + 1))
  const above = new Uint8Array(width)
  const row = Buffer.alloc(width)
  for (let id = 0; id <= objects; id++) {
    const place = places[id]
    row[0] = place ? place[0] : 0
    row.writeUIntBE(place ? place[1] : 0, 1, widths[1]!)
    row.writeUInt16BE(place ? place[2] : id === 0 ? 65535 : 0, 1 + widths[1]!)
    const at = id * (width + 1)
    rows[at] = 2
    for (let i = 0; i < width; i++) {
      rows[at + 1 + i] = row[i]! - above[i]!
      above[i] = row[i]!
    }
  }
  return { entries: rows, widths }
}
