import { showBidiControls } from '../../../../../shared/text/bidiControls.ts'
import type { ParsedFile, Refuse, SourceBytes } from '../../parsedSource.ts'
import { decodeBytes } from '../decodeBytes.ts'
import { type DraftBlock, layBlocks } from '../draftBlock.ts'
import { details, firstFound, found } from '../findings.ts'
import { findHeadline, shortened } from '../text/findHeadline.ts'
import { readDetails } from '../text/textDetails.ts'
import { frontMatter } from './frontMatter.ts'
import { markdownBlocks } from './markdownBlocks.ts'

/** Reads a Markdown text. Its front matter says what it is and is furniture. */
export function readMarkdown(source: SourceBytes, refuse: Refuse): ParsedFile {
  const { text, encoding, binary } = decodeBytes(source.bytes, false)
  if (binary)
    refuse(
      'it is not text: too much of it cannot be read as characters. Open it in the program that made it and save it as text or HTML.',
    )
  const front = frontMatter(text)
  const body = markdownBlocks(front?.rest ?? text)
  if (body.length === 0) refuse('there are no words in it. Check that it is the right file.')
  const said = readDetails(body)
  const stated = front?.findings ?? {}
  const [first] = body.filter(({ furniture }) => !furniture)
  const heading =
    first?.kind === 'heading' ? found(shortened(showBidiControls(first.text)), 'first heading') : null
  const title = firstFound(stated.title, heading) ?? {
    value: findHeadline(body),
    from: 'first line of the text',
  }
  const article = {
    ...details({
      title,
      byline: firstFound(stated.byline, said.byline),
      publisher: firstFound(stated.publisher, said.publisher),
      publishedOn: firstFound(stated.publishedOn, said.publishedOn),
      modifiedOn: firstFound(stated.modifiedOn, said.modifiedOn),
      url: firstFound(found(source.url, 'given with the file'), stated.url, said.url),
      language: stated.language,
    }),
    capturedAt: source.capturedAt ?? null,
    encoding,
    noText: null,
    ...layBlocks([...frontBlocks(front?.lines ?? []), ...body]),
  }
  return { articles: [article], references: [] }
}

const frontBlocks = (lines: readonly string[]): DraftBlock[] =>
  lines
    .map(line => line.replace(/\s{1,1000}/g, ' ').trim())
    .filter(Boolean)
    .map(text => ({ kind: 'paragraph', text, furniture: 'Front matter' }))
