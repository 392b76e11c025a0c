/** A stretch of days, both ends included, as YYYY-MM-DD. */
export interface DayRange {
  from: string
  to: string
}

/**
 * The days that a date means as people write it: "14 December 2024", "14/12/2024" (the day first, as in Britain),
 * "2024-12-14", "December 2024", "2024-12", "2024", "today", "last week" (Monday to Sunday), "3 weeks ago", "last
 * 7 days". Without a year it is the latest such day or month that has begun by `today` (YYYY-MM-DD). Null when it
 * is no date. Constant work: more than 40 code units are no date.
 */
export function readDays(written: string, today: string): DayRange | null {
  if (written.length > 40) return null
  const text = written
    .toLowerCase()
    .replace(/[\s,]+/g, ' ')
    .replace(/^(?:the|on|in) (?=.)/, '')
    .trim()
  return daysInFigures(text) ?? daysInWords(text, today) ?? relativeDays(text, today)
}

/** The day so many days after another; negative is before. */
export function dayAfter(day: string, days: number): string {
  return fromDate(new Date(toDate(day).getTime() + days * 86_400_000))
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthPattern =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const dayFirst = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ?${monthPattern}(?: (\\d{4}))?$`)
const monthFirst = new RegExp(`^${monthPattern} (\\d{1,2})(?:st|nd|rd|th)?(?: (\\d{4}))?$`)
const monthAlone = new RegExp(`^${monthPattern}(?: (\\d{4}))?$`)

function daysInFigures(text: string): DayRange | null {
  const year = /^(\d{4})$/.exec(text)
  if (year) return wholeYear(Number(year[1]))
  const yearFirst = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text)
  if (yearFirst) {
    const [, y, m, d] = yearFirst.map(Number)
    return yearFirst[3] ? oneDay(y!, m!, d!) : wholeMonth(y!, m!)
  }
  const monthAndYear = /^(\d{1,2})[-/.](\d{4})$/.exec(text)
  if (monthAndYear) return wholeMonth(Number(monthAndYear[2]), Number(monthAndYear[1]))
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text)
  if (!yearLast) return null
  const [first, second] = [Number(yearLast[1]), Number(yearLast[3])]
  const fullYear = yearLast[4]!.length === 4 ? Number(yearLast[4]) : century(Number(yearLast[4]))
  return oneDay(fullYear, second, first) ?? oneDay(fullYear, first, second)
}

/** As in POSIX: 00 to 68 are of this century. */
function century(year: number): number {
  return year < 69 ? 2000 + year : 1900 + year
}

function daysInWords(text: string, today: string): DayRange | null {
  const full = dayFirst.exec(text)
  if (full) return dayOfMonth(full[1]!, full[2]!, full[3], today)
  const turned = monthFirst.exec(text)
  if (turned) return dayOfMonth(turned[2]!, turned[1]!, turned[3], today)
  const month = monthAlone.exec(text)
  if (!month) return null
  const number = monthNumber(month[1]!)
  if (month[2]) return wholeMonth(Number(month[2]), number)
  return latest(today, year => wholeMonth(year, number))
}

function dayOfMonth(day: string, month: string, year: string | undefined, today: string): DayRange | null {
  if (year) return oneDay(Number(year), monthNumber(month), Number(day))
  return latest(today, guess => oneDay(guess, monthNumber(month), Number(day)))
}

/** Of this year and the ones before it, the first that has begun; 29 February may be some years back. */
function latest(today: string, inYear: (year: number) => DayRange | null): DayRange | null {
  const thisYear = Number(today.slice(0, 4))
  for (let year = thisYear; year > thisYear - 9; year--) {
    const days = inYear(year)
    if (days && days.from <= today) return days
  }
  return null
}

function monthNumber(name: string): number {
  return monthNames.indexOf(name.slice(0, 3)) + 1
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const countWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

function relativeDays(text: string, today: string): DayRange | null {
  if (text === 'today') return { from: today, to: today }
  if (text === 'yesterday') return single(dayAfter(today, -1))
  const weekday = weekdays.indexOf(text.replace(/^last /, ''))
  if (weekday >= 0) return single(dayAfter(today, -((toDate(today).getUTCDay() - weekday + 6) % 7) - 1))
  const period = /^(this|last) (week|month|year)$/.exec(text)
  if (period) return wholePeriod(period[2]!, period[1] === 'last' ? -1 : 0, today)
  const ago = /^(\d{1,3}|an?|[a-z]{3,5}) (day|week|month|year)s? ago$/.exec(text)
  if (ago) {
    const day = before(today, countOf(ago[1]!), ago[2]!)
    return day ? single(day) : null
  }
  const span = /^(?:last|past) (\d{1,3}|[a-z]{3,5}) (day|week|month|year)s$/.exec(text)
  const from = span && before(today, countOf(span[1]!), span[2]!)
  return from ? { from: dayAfter(from, 1), to: today } : null
}

function countOf(written: string): number {
  if (/^\d/.test(written)) return Number(written)
  return written === 'a' || written === 'an' ? 1 : countWords.indexOf(written)
}

/** A month before 31 March is the last day of February. */
function before(today: string, count: number, unit: string): string | null {
  if (count < 1) return null
  if (unit === 'day' || unit === 'week') return dayAfter(today, -count * (unit === 'week' ? 7 : 1))
  const date = toDate(today)
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth() - count * (unit === 'year' ? 12 : 1)
  const month = wholeMonth(Math.floor(months / 12), (months % 12) + 1)
  if (!month) return null
  const day = Math.min(Number(today.slice(8)), Number(month.to.slice(8)))
  return month.from.slice(0, 8) + String(day).padStart(2, '0')
}

function wholePeriod(unit: string, back: number, today: string): DayRange | null {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  if (unit === 'year') return wholeYear(year + back)
  if (unit === 'month') return month + back < 1 ? wholeMonth(year - 1, 12) : wholeMonth(year, month + back)
  const monday = dayAfter(today, -((toDate(today).getUTCDay() + 6) % 7) + 7 * back)
  return { from: monday, to: dayAfter(monday, 6) }
}

function wholeYear(year: number): DayRange | null {
  return isYear(year) ? { from: `${year}-01-01`, to: `${year}-12-31` } : null
}

function wholeMonth(year: number, month: number): DayRange | null {
  if (!isYear(year) || !(month >= 1 && month <= 12)) return null
  return {
    from: fromDate(new Date(Date.UTC(year, month - 1, 1))),
    to: fromDate(new Date(Date.UTC(year, month, 0))),
  }
}

function oneDay(year: number, month: number, day: number): DayRange | null {
  const whole = wholeMonth(year, month)
  if (!whole || day < 1 || day > Number(whole.to.slice(8))) return null
  return single(whole.from.slice(0, 8) + String(day).padStart(2, '0'))
}

function single(day: string): DayRange {
  return { from: day, to: day }
}

/** Numbers of four figures outside these are not taken for years. */
function isYear(year: number): boolean {
  return year >= 1000 && year <= 2999
}

function toDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

function fromDate(date: Date): string {
  return date.toISOString().slice(0, 10)
}
