import { showBidiControls } from '../../../../../shared/text/bidiControls.ts'
import type { ParsedSource, Refuse, SourceBytes } from '../../parsedSource.ts'
import { bareWords } from '../bareWords.ts'
import { detectLanguage } from '../detectLanguage.ts'
import { type DraftBlock, layBlocks } from '../draftBlock.ts'
import { details, firstFound, found } from '../findings.ts'
import { shortened } from '../text/findHeadline.ts'
import { type HtmlBlock, htmlBlocks } from './htmlBlocks.ts'
import { htmlDocument } from './htmlDocument.ts'
import { htmlFindings, savedAt } from './htmlFindings.ts'
import { markPage } from './markPage.ts'
import { pageSays } from './pageSays.ts'
import { readableArticle } from './readableArticle.ts'

/** Titles longer than this, in characters, are cut. */
const longestTitle = 300

/**
 * Reads a web page. What Readability takes for the article is the article; every other visible word is kept as a
 * block with the reason it is furniture. `encoding` is left for the caller. `refuse` throws, for a hostile page.
 */
export function parseHtml(html: string, source: SourceBytes, refuse: Refuse): ParsedSource {
  const document = htmlDocument(html, refuse)
  const drawn = htmlBlocks(document.body)
  if (drawn.length === 0)
    refuse(
      'the page has no words of its own; a script may have been meant to fetch them. Save it from a browser that shows the text.',
    )
  const says = pageSays(document)
  const readable = readableArticle(document, drawn)
  const said = htmlFindings(says, readable, source)
  const stated = said.title?.value
  const title = stated && stated.length > longestTitle ? shortened(stated) : stated
  const blocks = markPage(drawn, readable?.kept ?? null, title ?? null)
  return {
    ...details({
      ...said,
      title: title
        ? { value: title, from: said.title!.from }
        : { value: firstWords(drawn, blocks), from: 'first words of the page' },
      language: firstFound(said.language, found(detectLanguage(articleText(blocks)), 'its words')),
    }),
    capturedAt: source.capturedAt ?? savedAt(says),
    encoding: '',
    noText: null,
    ...layBlocks(blocks),
  }
}

function firstWords(drawn: readonly HtmlBlock[], blocks: readonly DraftBlock[]): string {
  const first = blocks.find(({ furniture, text }) => !furniture && bareWords(text)) ?? drawn[0]!
  return shortened(showBidiControls(first.text)) || 'Untitled'
}

function articleText(blocks: readonly DraftBlock[]): string {
  return blocks
    .filter(({ furniture }) => !furniture)
    .slice(0, 50)
    .map(({ text }) => text)
    .join('\n')
}
