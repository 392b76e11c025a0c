import { showBidiControls } from '../../../../../shared/text/bidiControls.ts'
import type { ParsedSource, Refuse, SourceBytes } from '../../parsedSource.ts'
import { bareWords } from '../bareWords.ts'
import { layBlocks } from '../draftBlock.ts'
import { details } from '../findings.ts'
import { shortened } from '../text/findHeadline.ts'
import { type HtmlBlock, htmlBlocks } from './htmlBlocks.ts'
import { htmlDocument } from './htmlDocument.ts'
import { htmlFindings } from './htmlFindings.ts'
import { markPage } from './markPage.ts'
import type { PageDocument } from './pageDom.ts'
import { readableStamps } from './readableStamps.ts'

/** Titles longer than this, in characters, are cut. */
const longestTitle = 300

/**
 * Reads a web page. What Readability takes for the article is the article; every other visible word is kept as a
 * block with the reason it is furniture. `encoding` is left for the caller. `refuse` throws, for a hostile page.
 */
export function parseHtml(html: string, source: SourceBytes, refuse: Refuse): ParsedSource {
  const document = htmlDocument(html, refuse)
  const found = htmlBlocks(document)
  if (found.length === 0)
    refuse(
      'the page has no words of its own; a script may have been meant to fetch them. Save it from a browser that shows the text.',
    )
  const readable = readableStamps(document.cloneNode(true) as PageDocument)
  const said = htmlFindings(document, readable, source)
  const stated = said.title?.value
  const title = stated && stated.length > longestTitle ? shortened(stated) : stated
  const blocks = markPage(found, readable?.kept ?? null, title ?? null)
  return {
    ...details({
      ...said,
      title: title
        ? { value: title, from: said.title!.from }
        : { value: firstWords(found, blocks), from: 'first words of the page' },
    }),
    capturedAt: source.capturedAt ?? null,
    encoding: '',
    noText: null,
    ...layBlocks(blocks),
  }
}

function firstWords(
  found: readonly HtmlBlock[],
  blocks: readonly { furniture?: string; text: string }[],
): string {
  const first = blocks.find(({ furniture, text }) => !furniture && bareWords(text)) ?? found[0]!
  return shortened(showBidiControls(first.text)) || 'Untitled'
}
