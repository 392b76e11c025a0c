import type { ParsedSource } from '../../parsedSource.ts'
import { type DraftBlock, layBlocks } from '../draftBlock.ts'
import { details, type Finding, type Findings, firstFound } from '../findings.ts'
import { findHeadline } from '../text/findHeadline.ts'
import { readDetails } from '../text/textDetails.ts'
import { splitPressExport } from './press/splitPressExport.ts'

/** Where in a document, in blocks, a line may be its byline or its date. */
const opening = 8

/** A document as its reader found it. */
export interface OfficeDocument {
  blocks: DraftBlock[]
  /** What stands at the head and foot of its pages: furniture. An export of a press database only repeats itself there. */
  running: readonly DraftBlock[]
  properties: Findings
  /** The title by its style or size, where the properties give none. */
  titled: Finding | null
  /** The address given with the file. */
  url: Finding | null
  capturedAt: string | null
  encoding: string
}

/** The articles in a document with words in it: one, or those of a press database's export. */
export function documentArticles(document: OfficeDocument): ParsedSource[] {
  const { blocks, running, properties, titled, url, capturedAt, encoding } = document
  const common = { capturedAt, encoding, noText: null }
  const press = splitPressExport(blocks)
  if (press)
    return press.map(({ findings, blocks }) => ({ ...details(findings), ...common, ...layBlocks(blocks) }))
  // Addresses at the foot of a paper are what it cites.
  const said = readDetails(blocks.slice(0, opening))
  const headline: Finding = { value: findHeadline(blocks), from: 'first line of the text' }
  const findings = {
    ...properties,
    title: firstFound(properties.title, titled) ?? headline,
    byline: firstFound(said.byline, properties.byline),
    publisher: firstFound(said.publisher, properties.publisher),
    publishedOn: firstFound(said.publishedOn, properties.publishedOn),
    modifiedOn: firstFound(said.modifiedOn, properties.modifiedOn),
    url: firstFound(url, said.url, properties.url),
  }
  return [{ ...details(findings), ...common, ...layBlocks([...blocks, ...running]) }]
}

/** Lines that pages repeat, each once, as furniture. */
export function runningLines(lines: Iterable<readonly [text: string, furniture: string]>): DraftBlock[] {
  return [...new Map(lines)].map(([text, furniture]) => ({ kind: 'paragraph', text, furniture }))
}
