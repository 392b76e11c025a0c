import { showBidiControls } from '../../../../../shared/text/bidiControls.ts'
import { calendarDate, writtenDate } from '../../../../../shared/text/calendarDate.ts'
import type { DraftBlock } from '../draftBlock.ts'
import { type Findings, found } from '../findings.ts'

export type TextFindings = Pick<Findings, 'byline' | 'publisher' | 'publishedOn' | 'modifiedOn' | 'url'>

/** How many lines at the head and at the foot of a text may speak of the text itself. */
const head = 8
const foot = 4

const weekday = '(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? )?'
const time =
  '(?:,? ?(?:at |[-–|·] ?)?\\d{1,2}[:.]\\d{2}(?::\\d{2})? ?(?:[ap]\\.?m\\.?)? ?(?:GMT|BST|UTC|CET|CEST|[+-]\\d{2}:?\\d{2}|Z)?)?'
const dateLine = new RegExp(
  `^(?:(?:first |last )?(?:published|posted|date|updated|issued|publication date|date published)(?: on| at)? ?:? ?)?${weekday}(?:${writtenDate.source})(?:T[\\d:.]+Z?)?${time}(?: ?[|·–-] ?(?:last )?updated.{0,40})?\\.?$`,
  'i',
)
const updated = /^(?:last )?updated/i
const name =
  "\\p{Lu}[\\p{L}’'.-]*(?: (?:de|van|von|der|al|bin|la|le|di|da)){0,2}(?: \\p{Lu}[\\p{L}’'.-]*){0,3}"
const byline = new RegExp(
  `^(?:By|BY|Words by|Written by|Author:|Byline:) (${name}(?:(?:, | and | & )(?:and )?${name}){0,4})(?:,? (?:in|at|for) ${name}|, [^.!?]{3,60})?$`,
  'u',
)
const publisher =
  /^(?:publisher|publication|published by|newspaper|outlet|source) ?: ?(?!https?:)(\S.{1,80})$/i
const address =
  /^(?:(?:source|url|link|web ?link|available at|retrieved from|original(?: article)?|web address|from) ?: ?)?<?(https?:\/\/[^\s<>]{4,3900})>?$/i
const dateline = new RegExp(
  `^\\p{Lu}[\\p{Lu} ,]{2,40}, (?:${writtenDate.source})(?: \\([^)]{2,30}\\))? ?[-–—:]`,
  'iu',
)

/** What a text says of itself in lines of their own, which are marked as furniture in place. What it does not say is left out. */
export function readDetails(blocks: DraftBlock[]): TextFindings {
  const details: TextFindings = {}
  blocks.forEach((block, i) => {
    if (i >= head && i < blocks.length - foot) return
    const reason = readLine(block.text, details)
    if (reason) block.furniture = reason
  })
  return details
}

/**
 * What a line of its own says of the text, as the reason it is furniture ("Byline"), or null. What it says is put
 * into `details` where nothing stands yet.
 */
export function readLine(text: string, details: TextFindings): string | null {
  if (text.length > 4000) return null
  const link = address.exec(text)
  if (link) {
    details.url ??= found(link[1], 'a line of the text')
    return 'Address of the article'
  }
  if (text.length <= 120 && dateLine.test(text)) {
    const field = updated.test(text) ? 'modifiedOn' : 'publishedOn'
    details[field] ??= found(calendarDate(text), 'a line of the text')
    return 'Date of publication'
  }
  const by = text.length <= 160 ? byline.exec(text) : null
  if (by) {
    details.byline ??= found(showBidiControls(by[1]!), 'a line of the text')
    return 'Byline'
  }
  const from = publisher.exec(text)
  if (from) {
    details.publisher ??= found(showBidiControls(from[1]!.replace(/\.$/, '')), 'a line of the text')
    return 'Name of the publisher'
  }
  if (dateline.test(text.slice(0, 120)))
    details.publishedOn ??= found(calendarDate(text.slice(0, 120)), 'dateline of the text')
  return null
}
