const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/**
 * Writes the calendar date at the start of an ISO 8601 string as GOV.UK does: "4 June 2017", where no line
 * ends between day and month. What is not such a date is given back as it came. Spelled out here because `Intl` follows the machine's locale data.
 */
export function longDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? []
  const name = months[Number(month) - 1]
  return name === undefined ? iso : `${Number(day)}\u00a0${name} ${Number(year)}`
}
