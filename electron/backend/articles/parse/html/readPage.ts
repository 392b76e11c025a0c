import type { ParsedFile, Refuse, SourceBytes } from '../../parsedSource.ts'
import { readDecoded } from '../readDecoded.ts'
import { parseHtml } from './parseHtml.ts'

/** Reads a saved web page: every visible word of it is in the text, in order. */
export const readPage = (source: SourceBytes, refuse: Refuse): ParsedFile =>
  readDecoded(source, refuse, { mayDeclare: true, read: parseHtml })
