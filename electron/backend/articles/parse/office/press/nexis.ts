import { showBidiControls } from '../../../../../../shared/text/bidiControls.ts'
import { calendarDate } from '../../../../../../shared/text/calendarDate.ts'
import type { DraftBlock } from '../../draftBlock.ts'
import { type Findings, found } from '../../findings.ts'
import type { PressArticle, PressForm } from './pressForm.ts'
import { coverPage, isDateLine, isPageLine, languageNamed } from './pressLines.ts'

const from = 'press database: Nexis'
/** How far above its "Length" line, in lines, an article's date may stand. */
const headLines = 12

const length = /^Length: ?[\d,]{1,9} words?$/i
const label =
  /^(Section|Length|Byline|Highlight|Headline|Dateline|Load-Date|Language|Publication-Type|Document-Type|Journal[- ]Code|Acc-No|Subject|Industry|Geographic|Person|Company|Organization|Ticker|Series|Column|Correction-Date|Pub-Type|Update|Distribution|Name|Country|State|City|Copyright):? (\S.{0,2000})$/i
/** Words that stand alone on a line before what they name. */
const loneLabel =
  /^(?:Body|Body:|Classification|Graphic|Link to Image|Link to PDF|Notes|Load-Date:|All Rights Reserved)$/i
const documentCount = /^\d{1,5} of \d{1,5} DOCUMENTS?$/i

/** Exports of Nexis, old and new: each article ends with "End of Document", or begins with "2 of 9 DOCUMENTS". */
export const nexis: PressForm = {
  name: 'Nexis',
  ends(blocks) {
    const ends = blocks.flatMap(({ text }, i) => (/^End of Document$/i.test(text) ? [i + 1] : []))
    if (ends.length > 0) return ends
    const starts = blocks.flatMap(({ text }, i) => (documentCount.test(text) ? [i] : []))
    return starts.length > 0 ? [...starts.slice(1), blocks.length] : []
  },
  read(segment, isFirst) {
    const lengthAt = segment.findIndex(({ text }) => length.test(text))
    const dateAt = segment.findLastIndex(
      ({ text }, i) => i < lengthAt && i >= lengthAt - headLines && isDateLine(text),
    )
    if (dateAt < 1) return null
    const above = linesAbove(segment, dateAt)
    const publisherAt = above.at(-1)
    if (publisherAt === undefined) return null
    const headlineAt = headlineOf(segment, above, dateAt, lengthAt)
    if (headlineAt === null) return null
    const bodyAt = bodyOf(segment, Math.max(headlineAt, dateAt, lengthAt))
    return marked(segment, { headlineAt, publisherAt, dateAt, bodyAt, isFirst })
  },
}

/** The lines above the date that may say what the article is, nearest last. */
function linesAbove(segment: readonly DraftBlock[], dateAt: number): number[] {
  const countAt = segment.findLastIndex(({ text }, i) => i < dateAt && documentCount.test(text))
  return segment.flatMap(({ text, furniture }, i) =>
    i > countAt && i < dateAt && !furniture && !isPageLine(text) && !rights.test(text) ? [i] : [],
  )
}

const rights = /^(?:copyright\b|all rights reserved)/i

/** Above the publication's name in newer exports; in older ones below the date, or named. */
function headlineOf(
  segment: readonly DraftBlock[],
  above: readonly number[],
  dateAt: number,
  lengthAt: number,
): number | null {
  const named = segment.findIndex(
    ({ text }, i) => i > dateAt && i <= lengthAt + headLines && /^headline: ?\S/i.test(text),
  )
  if (named >= 0) return named
  if (above.length >= 2) return above.at(-2)!
  const below = segment.findIndex(
    ({ text, furniture }, i) =>
      i > dateAt &&
      i < lengthAt &&
      !furniture &&
      !label.test(text) &&
      !rights.test(text) &&
      // An edition may have a second line: "Edition 1;", "Scotland".
      !/\bedition\b/i.test(text) &&
      !/;$/.test(segment[i - 1]!.text),
  )
  return below < 0 ? null : below
}

/** The first line of the article's own words. */
function bodyOf(segment: readonly DraftBlock[], headEnd: number): number {
  const said = segment.findIndex(
    ({ text }, i) => i > headEnd && i <= headEnd + headLines && /^Body:?$/i.test(text),
  )
  if (said >= 0) return said + 1
  let at = headEnd + 1
  while (at < segment.length && label.test(segment[at]!.text)) at++
  return at
}

interface Places {
  headlineAt: number
  publisherAt: number
  dateAt: number
  bodyAt: number
  isFirst: boolean
}

function marked(segment: readonly DraftBlock[], places: Places): PressArticle {
  const { headlineAt, publisherAt, dateAt, bodyAt, isFirst } = places
  const tailAt = tailOf(segment, bodyAt)
  const said: Findings = {}
  const headline = segment[headlineAt]!.text.replace(/^headline: ?/i, '')
  const start = Math.min(headlineAt, publisherAt)
  const blocks = segment.map((block, i): DraftBlock => {
    const { text } = block
    if (i === headlineAt) return { ...block, kind: 'heading' }
    const furniture =
      block.furniture ??
      (i === publisherAt
        ? 'Name of the publisher'
        : i === dateAt
          ? 'Date of publication'
          : isPageLine(text)
            ? 'Page number'
            : isRunningHead(segment, i, headline)
              ? 'Running head'
              : i < start
                ? isFirst
                  ? coverPage
                  : 'Press database: line between articles'
                : i < bodyAt || i >= tailAt
                  ? databaseLine(text, said)
                  : null)
    return furniture ? { ...block, furniture } : { ...block }
  })
  return {
    blocks,
    findings: {
      ...said,
      title: { value: showBidiControls(headline).slice(0, 1000) || 'Untitled', from },
      publisher: found(showBidiControls(segment[publisherAt]!.text).slice(0, 300), from),
      publishedOn: found(calendarDate(segment[dateAt]!.text), from),
    },
  }
}

/** Where the database's lines below the article begin. */
function tailOf(segment: readonly DraftBlock[], bodyAt: number): number {
  let at = segment.length
  while (at > bodyAt) {
    const { text } = segment[at - 1]!
    if (!label.test(text) && !loneLabel.test(text) && !/^End of Document$/i.test(text) && !isPageLine(text))
      break
    at--
  }
  return at
}

/** The headline again, above or below the number of a page, or above itself. */
function isRunningHead(segment: readonly DraftBlock[], at: number, headline: string): boolean {
  if (segment[at]!.text !== headline) return false
  return [at - 1, at + 1].some(i => {
    const text = segment[i]?.text
    return text !== undefined && (isPageLine(text) || text === headline)
  })
}

/** What a line of the database says, as the reason it is furniture; null for the standfirst, which is the article's. */
function databaseLine(text: string, said: Findings): string | null {
  const [, name = '', value = ''] = label.exec(text) ?? []
  const shown = showBidiControls(value).slice(0, 300)
  switch (name.toLowerCase()) {
    case 'highlight':
      return null
    case 'byline':
      said.byline ??= found(shown.replace(/^by:? /i, ''), from)
      return 'Byline'
    case 'section':
      said.section ??= found(shown, from)
      return 'Press database: section'
    case 'language':
      said.language ??= found(languageNamed(shown), from)
      return 'Press database: language'
    case '':
      return loneLabel.test(text)
        ? 'Press database: label'
        : /^End of Document$/i.test(text)
          ? 'Press database: end of document'
          : 'Press database: line of the head'
    default:
      return `Press database: ${name.toLowerCase()}`
  }
}
