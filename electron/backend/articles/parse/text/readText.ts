import type { ParsedFile, Refuse, SourceBytes } from '../../parsedSource.ts'
import { readDecoded } from '../readDecoded.ts'
import { parseText } from './parseText.ts'

/** Reads a plain-text file: every word of it is in the text, in order. */
export const readText = (source: SourceBytes, refuse: Refuse): ParsedFile =>
  readDecoded(source, refuse, { mayDeclare: false, read: parseText })
