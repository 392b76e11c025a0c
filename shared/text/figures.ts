export type FigureKind = 'percentage' | 'money' | 'number'

/** A statement of quantity found in a text. Positions are UTF-16 code units, `end` exclusive. */
export interface Figure {
  start: number
  end: number
  kind: FigureKind
  /** The figure with the sign or unit that makes it one: "£8 million", "19%". */
  words: string
}

/**
 * Finds the figures in a text that a reader would want a source for: percentages, sums of money, and numbers
 * above nine. Leaves out dates, years, times of day, telephone numbers, names with a digit in them ("G20",
 * "Covid-19") and references within documents ("paragraph 12", "section 149"). Runs in linear time: it looks
 * a fixed distance to either side of each number and nowhere else.
 */
export function findFigures(text: string): Figure[] {
  const found: Figure[] = []
  for (const match of text.matchAll(NUMBER)) {
    const start = match.index
    const figure = figureAt(text, start, start + match[0].length)
    if (figure) found.push(figure)
  }
  return found
}

const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/g
/** Longer than any unit, month name or reference word with what may stand between it and its number. */
const REACH = 48

const CURRENCY_BEFORE = /(?:[£€$¥]|\b(?:GBP|EUR|USD))\s?$/
const CURRENCY_AFTER = /^\s?(?:pounds?|pence|euros?|dollars?|p\b)/i
const PERCENT_AFTER = /^\s?(?:%|‰|per\s?cent\b|percent\b|percentage\spoints?\b|pc\b)/i
const MAGNITUDE_AFTER =
  /^(?:[\s\u00a0-]?(?:hundred|thousand|million|billion|trillion)s?\b|[\s\u00a0]?(?:bn|tn|mn)\b|[mk]\b)/i

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b'
const DAY_BEFORE_MONTH = new RegExp(
  `^(?:st|nd|rd|th)?(?:\\s?(?:to|and|or|,|-|–|—|/)\\s?\\d{1,2}(?:st|nd|rd|th)?)?\\s(?:of\\s)?${MONTH}`,
  'i',
)
const DAY_AFTER_MONTH = new RegExp(`\\b${MONTH}\\s(?:\\d{1,2}\\s?(?:to|and|-|–)\\s?)?$`, 'i')
/** The first part of 16/12/2024, 16.12.24 or 2024-12-16; what is read as "16.12" has ".24" after it. */
const DATE_PART_AFTER = /^[/.-]\d{1,4}[/.-]\d|^\.\d/
const DATE_PART_BEFORE = /\d[/.-]\d{1,2}[/.-]$|\b(?:19|20)\d\d-$|\b\d{1,2}\.\d{1,2}\.$/
const DATE_MIDDLE = [/\d[/-]$/, /^[/-]\d/] as const
const TIME_AFTER = /^(?::\d{2}|\s?(?:am|pm)\b|\s?(?:hours|hrs)\b(?=\s+on\b))/i
const TIME_BEFORE = /\d:$/
const REFERENCE_BEFORE =
  /(?:\b(?:paragraph|para|section|article|annex|clause|schedule|regulation|rule|page|p|pp|chapter|part|table|figure|line|column|col|cols|question|PQ|UIN|footnote|note|option|appendix|volume|vol|issue|number|no|nos|item|room|reference|ref)(?:s|graphs)?\.?\s?(?:\d{1,6}\s?(?:,|to|and|or|-|–)\s?){0,3}|[§#])$/i
const OF_A_NAME_BEFORE = /[\p{L}_](?:[-/]?\d*[-/]?)$/u

function figureAt(text: string, start: number, end: number): Figure | null {
  const digits = text.slice(start, end)
  const before = text.slice(Math.max(0, start - REACH), start)
  const after = text.slice(end, end + REACH)
  const currency = CURRENCY_BEFORE.exec(before)
  const magnitude = MAGNITUDE_AFTER.exec(after)?.[0] ?? ''
  const afterMagnitude = after.slice(magnitude.length)
  const unit = CURRENCY_AFTER.exec(afterMagnitude)?.[0] ?? ''
  const found = (kind: FigureKind, from: number, to: number): Figure => ({
    start: from,
    end: to,
    kind,
    words: text.slice(from, to),
  })

  if (currency) return found('money', start - currency[0].length, end + magnitude.length)
  const percent = PERCENT_AFTER.exec(after)
  if (percent) return found('percentage', start, end + percent[0].length)
  if (isPartOfName(before, digits)) return null
  if (unit !== '') return found('money', start, end + magnitude.length + unit.length)
  if (isDateOrTime(before, digits, after) || REFERENCE_BEFORE.test(before)) return null
  if (isTelephoneNumber(text, start, digits)) return null
  if (magnitude !== '') return found('number', start, end + magnitude.length)
  return Number(digits.replaceAll(',', '')) > 9 ? found('number', start, end) : null
}

/** "G20", "COP26", "Covid-19", "F-35"; "1,200" is never part of a name. */
function isPartOfName(before: string, digits: string): boolean {
  return OF_A_NAME_BEFORE.test(before) && !digits.includes(',')
}

function isDateOrTime(before: string, digits: string, after: string): boolean {
  if (/^(?:19|20)\d\d$/.test(digits)) return true
  if (TIME_AFTER.test(after) || TIME_BEFORE.test(before)) return true
  if (DATE_PART_AFTER.test(after) || DATE_PART_BEFORE.test(before)) return true
  if (DATE_MIDDLE[0].test(before) && DATE_MIDDLE[1].test(after)) return true
  // "2024–25" and "2024/25" are years, "10 to 12 December" and "December 16" are days.
  if (/\b(?:19|20)\d\d[/–-]$/.test(before) && digits.length <= 4) return true
  return /^\d{1,2}$/.test(digits) && (DAY_BEFORE_MONTH.test(after) || DAY_AFTER_MONTH.test(before))
}

/** Numbers that start with 0, and the groups of digits that follow one. */
function isTelephoneNumber(text: string, start: number, digits: string): boolean {
  if (/^0\d/.test(digits) || text[start - 1] === '+') return true
  return /(?:^|\D)(?:0|\+)\d{1,5}(?:[\s)-]{1,2}\d{2,6}){0,2}[\s)-]{1,2}$/.test(
    text.slice(Math.max(0, start - 24), start),
  )
}
