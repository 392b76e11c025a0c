import { detectKind } from '../detectKind.ts'
import type { ParsedFile, Refuse, SourceBytes } from '../parsedSource.ts'
import { decodeBytes } from './decodeBytes.ts'
import { parseHtml } from './html/parseHtml.ts'
import { parseText } from './text/parseText.ts'

/** Every word of a text file, and every visible word of a page, is in the text, in order. */
export function readTextFile(source: SourceBytes, refuse: Refuse): ParsedFile {
  const isPage = detectKind(source) === 'html'
  const { text, encoding, binary } = decodeBytes(source.bytes, isPage)
  if (binary)
    refuse(
      'it is not text: too much of it cannot be read as characters. Open it in the program that made it and save it as text or HTML.',
    )
  if (!/\S/.test(text)) refuse('there are no words in it. Check that it is the right file.')
  const parsed = isPage ? parseHtml(text, source, refuse) : parseText(text, source)
  if (parsed.blocks.length === 0) refuse('there are no words in it. Check that it is the right file.')
  return { articles: [{ ...parsed, encoding }], references: [] }
}
