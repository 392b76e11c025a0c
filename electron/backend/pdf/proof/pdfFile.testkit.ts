import { inflateSync } from 'node:zlib'
import {
  type Dict,
  isDict,
  isKeyword,
  isRef,
  isStream,
  PdfLexer,
  type PdfValue,
  type Stream,
} from './pdfSyntax.testkit.ts'

/** The objects of a PDF file as they stand, for proofs that must see all of it. */
export interface PdfFile {
  /** Up to the first line's end: "%PDF-1.7". */
  header: string
  objects: Map<number, PdfValue>
  trailer: Dict
  /** Follows references, and the keys or indexes of `path`; null where there is nothing. */
  get(from: PdfValue | undefined, ...path: (string | number)[]): PdfValue
  dict(from: PdfValue | undefined, ...path: (string | number)[]): Dict
  list(from: PdfValue | undefined, ...path: (string | number)[]): PdfValue[]
  catalog: Dict
  /** The pages' dictionaries, in order, each with the number of its object. */
  pages: { ref: number; dict: Dict }[]
}

/**
 * Reads every object from the file's first byte to its last, without its cross-reference table, so that nothing that
 * the table leaves out is overlooked. It reads what this project writes, not every PDF: no encryption, no generations,
 * no updates, and no filter but Flate. Throws on anything else.
 */
export function readPdf(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes).toString('latin1')
  const lexer = new PdfLexer(text)
  const objects = new Map<number, PdfValue>()
  let trailer: Dict | undefined
  for (let value = lexer.next(); value !== undefined; value = lexer.next()) {
    if (isKeyword(value) && value.keyword === 'xref') lexer.at = text.indexOf('trailer', lexer.at)
    else if (isKeyword(value) && value.keyword === 'trailer') trailer = lexer.next() as Dict
    else if (isKeyword(value) && value.keyword === 'startxref') lexer.next()
    else {
      const generation = lexer.next()
      const keyword = lexer.next()
      if (typeof value !== 'number' || generation !== 0 || !isKeyword(keyword) || keyword.keyword !== 'obj')
        throw new Error(`No object at ${lexer.at}`)
      if (objects.has(value)) throw new Error(`Object ${value} stands twice`)
      objects.set(value, objectBody(lexer))
    }
  }
  for (const stream of [...objects.values()].filter(isStream)) {
    if (stream.dict.get('Type') === '/ObjStm')
      for (const [number, value] of packed(stream)) objects.set(number, value)
    if (stream.dict.get('Type') === '/XRef') trailer = stream.dict
  }
  if (!trailer) throw new Error('No trailer')
  return withWays(text.slice(0, text.search(/[\r\n]/)), objects, trailer)
}

/** The bytes of a stream, one character for each, without its filter. */
export function streamData({ dict, raw }: Stream): string {
  const filter = dict.get('Filter')
  if (filter === undefined) return raw
  if (filter !== '/FlateDecode' || dict.has('DecodeParms')) throw new Error(`A stream with ${String(filter)}`)
  return inflateSync(Buffer.from(raw, 'latin1')).toString('latin1')
}

function objectBody(lexer: PdfLexer): PdfValue {
  const value = lexer.next()
  if (value === undefined || isKeyword(value)) throw new Error(`No value at ${lexer.at}`)
  const end = lexer.next()
  if (isKeyword(end) && end.keyword === 'endobj') return value
  if (!isKeyword(end) || end.keyword !== 'stream' || !isDict(value))
    throw new Error(`No end of object at ${lexer.at}`)
  const length = value.get('Length')
  if (typeof length !== 'number') throw new Error(`A stream without its length, at ${lexer.at}`)
  lexer.at += lexer.text.startsWith('\r\n', lexer.at) ? 2 : 1
  const raw = lexer.text.slice(lexer.at, lexer.at + length)
  lexer.at += length
  for (const word of ['endstream', 'endobj']) {
    const keyword = lexer.next()
    if (!isKeyword(keyword) || keyword.keyword !== word)
      throw new Error(`A stream of another length, at ${lexer.at}`)
  }
  return { dict: value, raw }
}

/** The objects inside an object stream (7.5.7). */
function packed(stream: Stream): [number, PdfValue][] {
  const data = streamData(stream)
  const count = stream.dict.get('N') as number
  const first = stream.dict.get('First') as number
  const index = new PdfLexer(data)
  return Array.from({ length: count }, () => {
    const number = index.next() as number
    const offset = index.next() as number
    return [number, new PdfLexer(data, first + offset).next() as PdfValue]
  })
}

function withWays(header: string, objects: Map<number, PdfValue>, trailer: Dict): PdfFile {
  const get = (from: PdfValue | undefined, ...path: (string | number)[]): PdfValue => {
    let value = resolved(from)
    for (const step of path) {
      if (typeof step === 'number') value = resolved(Array.isArray(value) ? value[step] : null)
      else value = resolved(isStream(value) ? value.dict.get(step) : isDict(value) ? value.get(step) : null)
    }
    return value
  }
  const resolved = (value: PdfValue | undefined): PdfValue =>
    isRef(value) ? (objects.get(value.ref) ?? null) : (value ?? null)
  const dict = (from: PdfValue | undefined, ...path: (string | number)[]): Dict => {
    const value = get(from, ...path)
    return isDict(value) ? value : isStream(value) ? value.dict : new Map()
  }
  const list = (from: PdfValue | undefined, ...path: (string | number)[]): PdfValue[] => {
    const value = get(from, ...path)
    return Array.isArray(value) ? value : []
  }
  const pagesUnder = (ref: PdfValue): { ref: number; dict: Dict }[] => {
    if (!isRef(ref)) throw new Error('A page that is no object of its own')
    const node = dict(ref)
    return node.get('Type') === '/Pages'
      ? list(node, 'Kids').flatMap(pagesUnder)
      : [{ ref: ref.ref, dict: node }]
  }
  const catalog = dict(trailer.get('Root'))
  return {
    header,
    objects,
    trailer,
    get,
    dict,
    list,
    catalog,
    pages: pagesUnder(catalog.get('Pages') ?? null),
  }
}
