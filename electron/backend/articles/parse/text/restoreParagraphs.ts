import { sentenceBreaks } from '../../../../../shared/text/sentenceBreaks.ts'
import type { DraftBlock } from '../draftBlock.ts'

/** A paragraph longer than this, in characters, was several before its line breaks were lost. */
const hugeParagraph = 1500
const comfortable = 420

/**
 * Cuts a huge paragraph into readable ones, between sentences only: before a speaker is introduced, before and
 * after a quotation, and otherwise every few sentences. Words and their order stay; a quoted sentence is not cut.
 */
export function restoreParagraphs(block: DraftBlock): DraftBlock[] {
  if (block.kind !== 'paragraph' || block.furniture || block.text.length <= hugeParagraph) return [block]
  const sentences = splitSentences(block.text)
  const blocks: DraftBlock[] = []
  let paragraph = ''
  const finish = () => {
    if (paragraph) blocks.push({ ...block, text: paragraph })
    paragraph = ''
  }
  let quoting = false
  for (const sentence of sentences) {
    const lost = lostSubheading(sentence)
    if (lost && !quoting) {
      finish()
      blocks.push({ ...block, kind: 'heading', text: sentence.slice(0, lost).trim() })
    }
    const words = lost && !quoting ? sentence.slice(lost) : sentence
    const opens = /^[“"]/.test(words)
    const introduces = /\b(?:said|added|told [^“"]{2,40}|continued|commented): [“"]/.test(words)
    if (opens || introduces || (!quoting && paragraph.length > comfortable)) finish()
    else if (!quoting && paragraph.length + words.length > 1.6 * comfortable) finish()
    paragraph = paragraph ? `${paragraph} ${words}` : words
    quoting = staysOpen(words, quoting)
    if (!quoting && /[”"]$/.test(words)) finish()
  }
  finish()
  return blocks
}

function splitSentences(text: string): string[] {
  const sentences: string[] = []
  let from = 0
  for (const { end, start } of sentenceBreaks(text)) {
    sentences.push(text.slice(from, end))
    from = start
  }
  return [...sentences, text.slice(from)]
}

/** Whether a quotation is open after these words. A straight mark opens at the beginning or after a space. */
function staysOpen(words: string, before: boolean): boolean {
  let open = before
  for (const { 0: mark, index } of words.matchAll(/[“”"]/g))
    open = mark === '“' || (mark === '"' && (index === 0 || words[index - 1] === ' '))
  return open
}

const finite =
  /\b(?:is|are|was|were|has|have|had|will|would|said|told|says|can|could|should|may|might|must|be|been)\b/i

/**
 * Where the sentence begins that a subheading without a stop runs into: "New unit to go after dirty money The UK
 * has…". At least six words without a finite verb, then "The" after a small letter, then a sentence with one. 0 if not.
 */
function lostSubheading(sentence: string): number {
  const head = sentence.slice(0, 140)
  const found = /(?<=\p{Ll}) The (?=\p{L})/u.exec(head)
  if (!found) return 0
  const before = head.slice(0, found.index)
  const wordBefore = before.slice(before.lastIndexOf(' ') + 1)
  const enough = before.split(' ').length >= 6 && !/[,;:“”"().]/.test(before) && !finite.test(before)
  const names = /^(?:in|at|to|of|by|for|with|on|from|and|or|called|reads?|via|than)$/i.test(wordBefore)
  return enough && !names && finite.test(sentence.slice(found.index)) ? found.index + 1 : 0
}
