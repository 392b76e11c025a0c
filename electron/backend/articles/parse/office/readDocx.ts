import type { ParsedFile, Refuse, SourceBytes } from '../../parsedSource.ts'
import type { DraftBlock } from '../draftBlock.ts'
import { details, type Finding, found } from '../findings.ts'
import { htmlBlocks } from '../html/htmlBlocks.ts'
import { htmlDocument } from '../html/htmlDocument.ts'
import { documentArticles, runningLines } from './documentArticles.ts'
import { docxHtml, titleClass } from './docxHtml.ts'
import { type DocxParts, docxParts } from './docxParts.ts'
import { fileTitle, type Properties, propertyFindings, tellingTitle } from './propertyFindings.ts'
import { elementWords, paragraphWords } from './xmlWords.ts'

/**
 * Reads a Word document (.docx): headings, paragraphs, list items and tables as they are styled, notes at the end,
 * page headers and footers after them as furniture.
 */
export async function readDocx(source: SourceBytes, refuse: Refuse): Promise<ParsedFile> {
  const parts = await docxParts(source.bytes, refuse)
  if (!parts.texts.has('[Content_Types].xml') || ![...parts.texts.keys()].some(name => /^word\//i.test(name)))
    refuse('it is a zip archive but not a Word document. If it is another kind of document, save it as PDF.')
  const html = await docxHtml(parts, refuse)
  const { blocks, titled } = docxBlocks(html, refuse)
  const properties = propertyFindings(coreProperties(parts))
  const common = { capturedAt: source.capturedAt ?? null, encoding: 'utf-8 (Word document)' }
  const url = found(source.url, 'given with the file')
  if (blocks.length === 0) {
    if (!parts.pictures) refuse('there are no words in it. Check that it is the right file.')
    const title = properties.title ?? fileTitle(source.name)
    const said = details({ ...properties, title, url })
    return {
      articles: [{ ...said, ...common, noText: 'pictures only, no text', text: '', blocks: [] }],
      references: [],
    }
  }
  const document = { blocks, running: runningOf(parts), properties, titled, url, ...common }
  return { articles: documentArticles(document), references: [] }
}

function docxBlocks(html: string, refuse: Refuse): { blocks: DraftBlock[]; titled: Finding | null } {
  const document = htmlDocument(html, refuse)
  const blocks = htmlBlocks(document.body!).map(
    ({ kind, text, place }): DraftBlock =>
      place?.called === 'Navigation' ? { kind, text, furniture: 'Table of contents' } : { kind, text },
  )
  const title = document.querySelectorAll('h1').find(heading => heading.getAttribute('class') === titleClass)
  return { blocks, titled: found(tellingTitle(title?.textContent), 'title style of the document') }
}

/** Core properties: ECMA-376 part 2, section 11. */
function coreProperties({ texts }: DocxParts): Properties {
  const core = texts.get('docProps/core.xml')?.slice(0, 100_000)
  if (!core) return {}
  return {
    title: elementWords(core, 'title'),
    author: elementWords(core, 'creator'),
    created: elementWords(core, 'created'),
    modified: elementWords(core, 'modified'),
    language: elementWords(core, 'language'),
  }
}

/** What stands at the head and the foot of the pages. */
function runningOf({ texts }: DocxParts): DraftBlock[] {
  const lines: [string, string][] = []
  for (const [name, xml] of texts) {
    const [, part] = /^word\/(header|footer)\d{0,4}\.xml$/i.exec(name) ?? []
    if (!part) continue
    const furniture = part.toLowerCase() === 'header' ? 'Page header' : 'Page footer'
    for (const line of paragraphWords(xml)) lines.push([line, furniture])
  }
  return runningLines(lines)
}
