const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthName =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)'

/** Source of an expression for a date with the month in letters: "14 December 2024", "Dec 14th, 2024". */
const dateInWords = `(?:\\d{1,2}(?:st|nd|rd|th)? ${monthName}\\.?,? \\d{4}|${monthName}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})`
/** The same, or in digits with the year first or last. */
const dateInFigures = '(?:\\d{4}[-/]\\d{2}[-/]\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{4})'

/** Matches a written date anywhere in a line. Without flags, so that it has no state. */
export const writtenDate = new RegExp(`\\b(?:${dateInWords}|${dateInFigures})(?!\\d)`, 'i')

/**
 * The calendar date a string begins with or holds, as YYYY-MM-DD exactly as written: no time zone is applied. Null
 * when there is none, when it is no day of the calendar, or when day and month cannot be told apart (03/04/2024).
 */
export function calendarDate(written: string): string | null {
  const found = writtenDate.exec(written.slice(0, 1000))?.[0]
  if (!found) return null
  const numbers = (found.match(/\d+/g) ?? []).map(Number)
  const letters = /[a-z]{3,}/i.exec(found)?.[0].slice(0, 3).toLowerCase()
  if (letters) {
    const [day, year] = numbers as [number, number]
    return calendarDay(year, months.indexOf(letters) + 1, day)
  }
  const [first, second, third] = numbers as [number, number, number]
  if (first > 31) return calendarDay(first, second, third)
  if (first > 12) return calendarDay(third, second, first)
  if (second > 12) return calendarDay(third, first, second)
  return first === second ? calendarDay(third, first, second) : null
}

function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists && year >= 1000 ? date.toISOString().slice(0, 10) : null
}
