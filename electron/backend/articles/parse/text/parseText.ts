import type { ParsedSource, SourceBytes } from '../../parsedSource.ts'
import { detectLanguage } from '../detectLanguage.ts'
import { type DraftBlock, layBlocks } from '../draftBlock.ts'
import { details, firstFound, found } from '../findings.ts'
import { markCaptions } from '../furniture/markCaptions.ts'
import { markLines } from '../furniture/markLines.ts'
import { markRepeats } from '../furniture/markRepeats.ts'
import { findHeadline } from './findHeadline.ts'
import { joinWrappedLines } from './joinWrappedLines.ts'
import { markHeadings } from './markHeadings.ts'
import { restoreParagraphs } from './restoreParagraphs.ts'
import { splitGlued } from './splitGlued.ts'
import { readDetails } from './textDetails.ts'

/** Reads plain text. `encoding` is left for the caller, who decoded it. No blocks when there are no words. */
export function parseText(text: string, source: SourceBytes): ParsedSource {
  const blocks = joinWrappedLines(text).flatMap(splitGlued)
  const said = readDetails(blocks)
  markLines(blocks)
  markCaptions(blocks)
  markRepeats(blocks)
  const title = findHeadline(blocks)
  markHeadings(blocks)
  return {
    ...details({
      ...said,
      title: { value: title, from: 'first line of the text' },
      url: firstFound(found(source.url, 'given with the file'), said.url),
      language: found(detectLanguage(opening(blocks)), 'its words'),
    }),
    capturedAt: source.capturedAt ?? null,
    encoding: '',
    noText: null,
    ...layBlocks(blocks.flatMap(restoreParagraphs)),
  }
}

/** Words of the text itself, enough to tell its language. */
function opening(blocks: readonly DraftBlock[]): string {
  const words: string[] = []
  let length = 0
  for (const { furniture, text } of blocks) {
    if (furniture) continue
    words.push(text.slice(0, 1000))
    length += text.length
    if (words.length === 20 || length > 1000) break
  }
  return words.join('\n')
}
