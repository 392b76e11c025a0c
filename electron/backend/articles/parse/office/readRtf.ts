import type { ParsedFile, Refuse, SourceBytes } from '../../parsedSource.ts'
import { found } from '../findings.ts'
import { documentArticles, runningLines } from './documentArticles.ts'
import { propertyFindings, tellingTitle } from './propertyFindings.ts'
import { codePageDecoder, codePageName } from './rtf/rtfCodePages.ts'
import { rtfDocument } from './rtf/rtfDocument.ts'

/**
 * Reads a Rich Text document (.rtf): headings by their styles, paragraphs, list items and tables, notes at the end,
 * page headers and footers after them as furniture.
 */
export async function readRtf(source: SourceBytes, refuse: Refuse): Promise<ParsedFile> {
  const rtf = rtfDocument(source.bytes, await codePageDecoder(), refuse)
  if (rtf.blocks.length === 0) refuse('there are no words in it. Check that it is the right file.')
  const articles = documentArticles({
    blocks: rtf.blocks,
    running: runningLines(rtf.running),
    properties: propertyFindings(rtf.properties),
    titled: found(tellingTitle(rtf.title), 'title style of the document'),
    url: found(source.url, 'given with the file'),
    capturedAt: source.capturedAt ?? null,
    encoding: `${codePageName(rtf.codePage)} (declared)`,
  })
  return { articles, references: [] }
}
