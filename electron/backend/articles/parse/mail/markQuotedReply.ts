import type { DraftBlock } from '../draftBlock.ts'
import { signatureMark } from './mailLines.ts'

const quoted = 'Quoted from an earlier message'
const signature = 'Signature'

/** "On Monday, Ann Ode wrote:", as mail programs put it before what they quote. Lines up to 300 characters. */
const attribution =
  /^(?:On\b.{4,280}\bwrote|Am\b.{4,280}\bschrieb\b.{0,80}|Le\b.{4,280}\ba écrit|El\b.{4,280}\bescribió|.{2,200}<[^<>]{3,80}> wrote)\s?:$/
const originalMessage =
  /^-{2,}\s?(?:Original (?:Message|Appointment)|Ursprüngliche Nachricht|Message d'origine)\s?-{2,}$/i
/** How Outlook heads what it quotes: "From: …", then "Sent: …" in the same paragraph or a next one. */
const outlookHeader = /^(?:From|Von|De)\s?: ?.{2,200}/
const outlookSent = /(?:^|\s)(?:Sent|Date|Gesendet|Envoyé)\s?: ?.{4,60}/

/**
 * Marks, in place, what a message repeats of an earlier one, and its signature. When it is all there is, or the
 * message was forwarded for its sake, what is quoted stays.
 */
export function markQuotedReply(blocks: DraftBlock[], isForwarded: boolean): void {
  const marks = blocks.map((): string | null => null)
  let inSignature = false
  let inOriginal = false
  blocks.forEach(({ kind, text }, i) => {
    const next = blocks[i + 1]
    if (text === signatureMark) inSignature = true
    else if (kind === 'quotation') inSignature = false
    const short = text.length <= 300
    if (!isForwarded && short && startsOriginal(blocks, i)) inOriginal = true
    if (inOriginal) marks[i] = quoted
    else if (kind === 'quotation') marks[i] = quoted
    else if (short && attribution.test(text) && next?.kind === 'quotation') marks[i] = quoted
    else if (inSignature) marks[i] = signature
  })
  const hasOwnWords = marks.some(mark => mark === null)
  blocks.forEach((block, i) => {
    const mark = marks[i]
    if (mark && (hasOwnWords || mark === signature)) block.furniture = mark
    if (mark === quoted && isForwarded) delete block.furniture
  })
}

function startsOriginal(blocks: readonly DraftBlock[], at: number): boolean {
  const { text, kind } = blocks[at]!
  if (originalMessage.test(text)) return true
  if (kind === 'quotation' || !outlookHeader.test(text)) return false
  return [text, blocks[at + 1]?.text ?? ''].some(line => outlookSent.test(line.slice(0, 600)))
}
