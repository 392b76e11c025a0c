import { showBidiControls } from '../../../../../shared/text/bidiControls.ts'
import { sentenceBreaks } from '../../../../../shared/text/sentenceBreaks.ts'
import type { DraftBlock } from '../draftBlock.ts'

/** Headlines are shorter than this, in characters. */
const longestHeadline = 180
const longestTitle = 130
const comfortableTitle = 100

/**
 * The title of a text. Its first line when that reads as a headline, which is then marked as a heading in place;
 * else its first sentence, shortened between two words. Never a line of furniture, unless there is nothing else.
 */
export function findHeadline(blocks: DraftBlock[]): string {
  const first = blocks.find(block => !block.furniture) ?? blocks[0]
  if (!first) return ''
  const line = showBidiControls(first.text.replace(/^(?:#{1,6} |(?:title|headline) ?: )/i, ''))
  if (isHeadline(first, blocks)) {
    first.kind = 'heading'
    return line || 'Untitled'
  }
  return shortened(line) || 'Untitled'
}

function isHeadline(block: DraftBlock, blocks: readonly DraftBlock[]): boolean {
  const { text, kind, glued } = block
  if (kind === 'heading') return true
  const next = blocks.slice(blocks.indexOf(block) + 1).find(({ furniture }) => !furniture)
  if (!next || kind !== 'paragraph' || text.length > longestHeadline || /[.:;,…]["”’)]?$/.test(text))
    return false
  const words = text.split(' ').length
  return (
    words >= 2 &&
    (!glued || next.text.length > text.length) &&
    /^[\p{Lu}\p{N}“‘"'£$€]|^\p{Ll}\p{Lu}/u.test(text)
  )
}

/** The first sentence of a line, without its stop; a long one cut at a clause or a word, with an ellipsis. */
export function shortened(line: string): string {
  const [firstBreak] = sentenceBreaks(line.slice(0, 2000))
  const sentence = line.slice(0, firstBreak?.end ?? 2000).replace(/(?<!\.)\.$/, '')
  if (sentence.length <= longestTitle) return sentence
  const clause = Math.max(sentence.lastIndexOf(', ', longestTitle), sentence.lastIndexOf(' – ', longestTitle))
  if (clause >= comfortableTitle / 2) return `${sentence.slice(0, clause)}…`
  const space = sentence.lastIndexOf(' ', comfortableTitle)
  return `${sentence
    .slice(0, space > 0 ? space : comfortableTitle)
    .toWellFormed()
    .replace(/[\s,;:–-]+$/, '')}…`
}
