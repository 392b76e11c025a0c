import { showBidiControls } from '../../../../../shared/text/bidiControls.ts'
import { calendarDate } from '../../../../../shared/text/calendarDate.ts'
import type { ParsedSource, Refuse, SourceBytes } from '../../parsedSource.ts'
import { type DraftBlock, layBlocks } from '../draftBlock.ts'
import { details, found } from '../findings.ts'
import { htmlDrafts } from '../htmlDrafts.ts'
import { findHeadline, shortened } from '../text/findHeadline.ts'
import type { MailBody } from './collectBodies.ts'
import { mailLines } from './mailLines.ts'
import { markQuotedReply } from './markQuotedReply.ts'

/** What the formats of messages have in common. What a message does not say is null. */
export interface Message {
  subject: string | null
  /** The writer as named: "Ann Ode (ann@example.org)". */
  from: string | null
  /** As written, with the day in the writer's own time zone. */
  date: string | null
  /** Its other lines of header, as they are to be read: ["To", "…"]. */
  header: readonly (readonly [name: string, value: string])[]
  bodies: readonly MailBody[]
}

/** Titles longer than this, in characters, are cut. */
const longestTitle = 300
/** Lists of addressees are cut at this, in characters. */
const longestLine = 2000

/**
 * A message as an article: its subject as the headline, its header as furniture, then its words: of each part the
 * plain ones where there are any. What it repeats of an earlier message, and its signature, are furniture.
 */
export function messageArticle(message: Message, source: SourceBytes, refuse: Refuse): ParsedSource {
  const subject = showBidiControls(message.subject ?? '')
  const { words, encoding } = wordsOf(message.bodies, refuse)
  if (words.length === 0 && !subject)
    refuse('the message has no words of its own. If its matter is attached, import the attached files.')
  markQuotedReply(words, /^\s*(?:fwd?|wg|tr)\s*:/i.test(subject))
  const title = subject
    ? { value: subject.length > longestTitle ? shortened(subject) : subject, from: 'mail header' }
    : { value: findHeadline(words), from: 'first line of the message' }
  const blocks: DraftBlock[] = [
    ...(subject ? [{ kind: 'heading' as const, text: subject }] : []),
    ...headerBlocks(message),
    ...words,
  ]
  return {
    ...details({
      title,
      byline: found(showBidiControls(message.from ?? '').slice(0, 1000), 'mail header'),
      publishedOn: found(calendarDate(message.date ?? ''), 'mail header'),
      url: found(source.url, 'given with the file'),
    }),
    capturedAt: source.capturedAt ?? null,
    encoding,
    noText: null,
    ...layBlocks(blocks),
  }
}

function wordsOf(bodies: readonly MailBody[], refuse: Refuse): { words: DraftBlock[]; encoding: string } {
  let lost = 0
  const words = bodies.flatMap(({ text, html }) => {
    const isText = text !== null && /\S/.test(text)
    const clean = cleaned((isText ? text : html) ?? '')
    lost += clean.split('\ufffd').length - 1
    return isText ? mailLines(clean) : /\S/.test(clean) ? htmlDrafts(clean, refuse) : []
  })
  return { words, encoding: `utf-8 (as the message declares${lost ? `; ${lost} characters replaced` : ''})` }
}

const cleaned = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, '')

function headerBlocks({ from, date, header }: Message): DraftBlock[] {
  const lines: [name: string, value: string | null][] = [
    ['From', from],
    ...header.map(([name, value]): [string, string] => [name, value]),
    ['Date', date],
  ]
  return lines.flatMap(([name, value]) => {
    const shown = showBidiControls((value ?? '').slice(0, longestLine))
    return shown ? [{ kind: 'paragraph', text: `${name}: ${shown}`, furniture: 'Mail header' }] : []
  })
}
