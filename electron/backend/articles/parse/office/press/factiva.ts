import { showBidiControls } from '../../../../../../shared/text/bidiControls.ts'
import { calendarDate } from '../../../../../../shared/text/calendarDate.ts'
import type { DraftBlock } from '../../draftBlock.ts'
import { found } from '../../findings.ts'
import type { PressArticle, PressForm } from './pressForm.ts'
import { coverPage, isDateLine, isPageLine, languageNamed } from './pressLines.ts'

const from = 'press database: Factiva'
const wordCount = /^\d{1,3}(?:[,.]?\d{3}){0,2} words$/
/** The line that ends each article. */
export const documentNumber = /^Document [A-Z0-9]{2,14}\d{8}[a-z0-9]{6,14}$/i
const copyright = /^(?:copyright\b|\(c\)|©)/i
const byWords = /^(?:by|from)\b.{2,200}$/i
const personName = /^\p{Lu}[\p{L}’'.-]{0,30}(?:(?:,| and| &)? \p{Lu}[\p{L}’'.-]{0,30}){1,5}$/u
/** How far below the date, in lines, the copyright line may stand. */
const headLines = 10

/** Exports of Factiva: each article ends with its "Document" number. */
export const factiva: PressForm = {
  name: 'Factiva',
  ends: blocks =>
    blocks.flatMap(({ text }, i) => (text.length <= 60 && documentNumber.test(text) ? [i + 1] : [])),
  read(segment, isFirst) {
    const countAt = segment.findIndex(
      ({ text }, i) => text.length <= 20 && wordCount.test(text) && isDateLine(segment[i + 1]?.text ?? ''),
    )
    if (countAt < 1) return null
    const dateAt = countAt + 1
    const outlet = outletBelow(segment, dateAt)
    const head = headAbove(segment, countAt)
    return outlet && head ? marked(segment, { countAt, dateAt, ...outlet, ...head, isFirst }) : null
  },
}

interface Outlet {
  outletAt: number
  bodyAt: number
  language: string | null
}

/** Below the date: perhaps a time, the outlet, its code, edition and page, the language, whose copyright it is. */
function outletBelow(segment: readonly DraftBlock[], dateAt: number): Outlet | null {
  const outletAt = /^\d{1,2}:\d{2}(?: [A-Z]{2,4})?$/.test(segment[dateAt + 1]?.text ?? '')
    ? dateAt + 2
    : dateAt + 1
  if (!/^[A-Z0-9]{2,12}$/.test(segment[outletAt + 1]?.text ?? '')) return null
  let language: string | null = null
  let languageAt = -1
  for (let i = outletAt + 2; i < Math.min(segment.length, outletAt + headLines); i++) {
    const { text } = segment[i]!
    const tag = text.length <= 40 ? languageNamed(text) : null
    if (tag && languageAt < 0) {
      language = tag
      languageAt = i
    } else if (copyright.test(text)) return { outletAt, bodyAt: i + 1, language }
  }
  return languageAt < 0 ? null : { outletAt, bodyAt: languageAt + 1, language }
}

interface Head {
  sectionAt: number
  headlineAt: number
  bylineAt: number
}

/** Above the count of words: perhaps a section, the headline, perhaps a byline. -1 for what is not there. */
function headAbove(segment: readonly DraftBlock[], countAt: number): Head | null {
  const above: number[] = []
  for (let i = countAt - 1; i >= 0 && above.length < 4; i--)
    if (!segment[i]!.furniture && !isPageLine(segment[i]!.text)) above.unshift(i)
  const text = (at: number | undefined) => (at === undefined ? '' : segment[at]!.text)
  const last = above.at(-1)
  if (last === undefined) return null
  const before = above.at(-2)
  const isByline =
    before !== undefined &&
    segment[last]!.kind !== 'heading' &&
    text(last).length <= 200 &&
    (byWords.test(text(last)) ||
      segment[before]!.kind === 'heading' ||
      (personName.test(text(last)) && text(before).split(' ').length > 4))
  const headlineAt = isByline ? before : last
  const sectionAt = above[above.indexOf(headlineAt) - 1]
  const isSection = sectionAt !== undefined && /^[^.!?©]{2,40}$/.test(text(sectionAt))
  return { sectionAt: isSection ? sectionAt : -1, headlineAt, bylineAt: isByline ? last : -1 }
}

interface Places extends Outlet, Head {
  countAt: number
  dateAt: number
  isFirst: boolean
}

function marked(segment: readonly DraftBlock[], places: Places): PressArticle {
  const { sectionAt, headlineAt, bylineAt, countAt, dateAt, outletAt, bodyAt, language, isFirst } = places
  const start = sectionAt < 0 ? headlineAt : sectionAt
  const reasons = new Map([
    [sectionAt, 'Press database: section'],
    [bylineAt, 'Byline'],
    [countAt, 'Press database: length'],
    [dateAt, 'Date of publication'],
    [outletAt, 'Name of the publisher'],
  ])
  const blocks = segment.map((block, i): DraftBlock => {
    if (i === headlineAt) return { ...block, kind: 'heading' }
    const furniture =
      block.furniture ??
      reasons.get(i) ??
      (isPageLine(block.text)
        ? 'Page number'
        : i < start
          ? isFirst
            ? coverPage
            : 'Press database: line between articles'
          : i < bodyAt
            ? 'Press database: line of the head'
            : i === segment.length - 1
              ? 'Press database: number of the document'
              : null)
    return furniture ? { ...block, furniture } : { ...block }
  })
  const line = (at: number) => (at < 0 ? null : showBidiControls(segment[at]!.text).slice(0, 300))
  return {
    blocks,
    findings: {
      title: { value: showBidiControls(segment[headlineAt]!.text).slice(0, 1000) || 'Untitled', from },
      byline: found(line(bylineAt)?.replace(/^by:? /i, ''), from),
      publisher: found(line(outletAt), from),
      publishedOn: found(calendarDate(segment[dateAt]!.text), from),
      language: found(language, from),
      section: found(line(sectionAt), from),
    },
  }
}
