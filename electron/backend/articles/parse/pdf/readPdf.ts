import type { ParsedFile, Refuse, SourceBytes } from '../../parsedSource.ts'
import { details, found } from '../findings.ts'
import { documentArticles } from '../office/documentArticles.ts'
import { fileTitle, propertyFindings, tellingTitle } from '../office/propertyFindings.ts'
import { openPdf } from './openPdf.ts'
import { pdfBlocks } from './pdfBlocks.ts'

/**
 * Reads a PDF: the words of its pages as paragraphs in reading order, down each column; what pages repeat at their
 * heads and feet as furniture. A PDF of pictures only is kept without a text.
 */
export async function readPdf(source: SourceBytes, refuse: Refuse): Promise<ParsedFile> {
  const { pages, properties } = await openPdf(source.bytes, refuse)
  const { blocks, largest } = pdfBlocks(pages)
  const known = propertyFindings(properties)
  const common = { capturedAt: source.capturedAt ?? null, encoding: 'PDF' }
  const url = found(source.url, 'given with the file')
  if (blocks.length === 0) {
    const said = details({ ...known, title: known.title ?? fileTitle(source.name), url })
    const noText = pages.length === 1 ? '1 page, a picture' : `${pages.length} pages, all pictures`
    return { articles: [{ ...said, ...common, noText, text: '', blocks: [] }], references: [] }
  }
  const titled = found(tellingTitle(largest), 'largest words of the first page')
  return {
    articles: documentArticles({ blocks, running: [], properties: known, titled, url, ...common }),
    references: [],
  }
}
