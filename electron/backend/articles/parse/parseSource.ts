import { Failure } from '../../../../shared/contract/fault.ts'
import { showBidiControls } from '../../../../shared/text/bidiControls.ts'
import { type ParsedSource, SOURCE_LIMIT, type SourceBytes } from '../parsedSource.ts'
import { decodeBytes } from './decodeBytes.ts'
import { parseHtml } from './parseHtml.ts'
import { parseText } from './parseText.ts'
import { unreadableKind } from './unreadableKind.ts'

/** The largest source that is read, in bytes. */

/**
 * Turns a source's bytes into canonical text, blocks and what the source says of itself. Pure: the same bytes and
 * name give the same result. Every word of a text file, and every visible word of a page, is in the text, in order.
 * Throws a {@link Failure} `unreadable-file` that names the file, says what is wrong and what to do.
 */
export function parseSource(source: SourceBytes): ParsedSource {
  const { bytes } = source
  const name = showBidiControls(source.name).slice(0, 200) || 'The file'
  const refuse = (reason: string): never => {
    throw new Failure('unreadable-file', `${name} was not imported: ${reason}`)
  }
  if (bytes.length === 0) refuse('it is empty. Save it again from where it came from, then import that copy.')
  const kind = unreadableKind(bytes)
  if (kind)
    refuse(`this is ${kind}; this version reads text and HTML. Save it as one of these and import that copy.`)
  if (bytes.length > SOURCE_LIMIT)
    refuse(
      `it is ${Math.ceil(bytes.length / 1024 / 1024)} MB and the limit is ${SOURCE_LIMIT / 1024 / 1024} MB. Split it into single articles and import those.`,
    )

  const namedHtml = /\.x?html?$/i.test(source.name)
  const { text, encoding, binary } = decodeBytes(bytes, namedHtml)
  if (binary)
    refuse(
      'it is not text: too much of it cannot be read as characters. Open it in the program that made it and save it as text or HTML.',
    )
  if (!/\S/.test(text)) refuse('there are no words in it. Check that it is the right file.')

  const page = namedHtml || looksLikeHtml(text)
  const parsed = page ? parseHtml(text, source, refuse) : parseText(text, source)
  if (parsed.blocks.length === 0) refuse('there are no words in it. Check that it is the right file.')
  return { ...parsed, encoding }
}

function looksLikeHtml(text: string): boolean {
  return /^\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--[^>]{0,500}-->\s{0,200})?<(?:!doctype html|html|head|body)\b/i.test(
    text.slice(0, 2000),
  )
}
