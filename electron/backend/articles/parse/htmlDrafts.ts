import type { Refuse } from '../parsedSource.ts'
import type { DraftBlock } from './draftBlock.ts'
import { htmlBlocks } from './html/htmlBlocks.ts'
import { htmlDocument } from './html/htmlDocument.ts'

/**
 * The blocks of HTML that is wholly the text, with no page around it: the body of a message, a chapter. Every
 * visible word is in one. `refuse` throws, when it is nested too deep.
 */
export function htmlDrafts(html: string, refuse: Refuse): DraftBlock[] {
  return htmlBlocks(htmlDocument(html, refuse).body).map(({ kind, text }) => ({ kind, text }))
}
