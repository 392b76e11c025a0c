import type { ParsedSource, SourceBytes } from '../parsedSource.ts'
import { layBlocks } from './draftBlock.ts'
import { findHeadline } from './findHeadline.ts'
import { joinWrappedLines } from './joinWrappedLines.ts'
import { markCaptions } from './markCaptions.ts'
import { markHeadings } from './markHeadings.ts'
import { markLines } from './markLines.ts'
import { markRepeats } from './markRepeats.ts'
import { restoreParagraphs } from './restoreParagraphs.ts'
import { splitGlued } from './splitGlued.ts'
import { readDetails } from './textDetails.ts'

/** Reads plain text. `encoding` is left for the caller, who decoded it. No blocks when there are no words. */
export function parseText(text: string, source: SourceBytes): ParsedSource {
  const blocks = joinWrappedLines(text).flatMap(splitGlued)
  const details = readDetails(blocks)
  markLines(blocks)
  markCaptions(blocks)
  markRepeats(blocks)
  const title = findHeadline(blocks)
  markHeadings(blocks)
  return {
    title,
    ...details,
    url: source.url ?? details.url,
    language: null,
    encoding: '',
    ...layBlocks(blocks.flatMap(restoreParagraphs)),
  }
}
