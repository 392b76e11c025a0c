import type { ParsedFile, ParsedSource, Refuse, SourceBytes } from '../parsedSource.ts'
import { decodeBytes } from './decodeBytes.ts'

/** Reads a text that was decoded. `encoding` is left for the caller; no blocks mean that there are no words. */
type TextReader = (text: string, source: SourceBytes, refuse: Refuse) => ParsedSource

/** Decodes a file that is text of some kind, and has it read. `mayDeclare`: whether it may name its own encoding. */
export function readDecoded(
  source: SourceBytes,
  refuse: Refuse,
  { mayDeclare, read }: { mayDeclare: boolean; read: TextReader },
): ParsedFile {
  const { text, encoding, binary } = decodeBytes(source.bytes, mayDeclare)
  if (binary)
    refuse(
      'it is not text: too much of it cannot be read as characters. Open it in the program that made it and save it as text or HTML.',
    )
  if (!/\S/.test(text)) refuse('there are no words in it. Check that it is the right file.')
  const parsed = read(text, source, refuse)
  if (parsed.blocks.length === 0) refuse('there are no words in it. Check that it is the right file.')
  return { articles: [{ ...parsed, encoding }], references: [] }
}
