const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** "14 December 2024", from YYYY-MM-DD. */
export const writtenDay = (date: string): string => day.format(new Date(`${date}T00:00:00Z`))

/** "15 December 2024, 09:12" where the person is, from an ISO instant. */
export const writtenMoment = (instant: string): string =>
  moment.format(new Date(instant)).replace(' at ', ', ')

/** Today where the person is, as YYYY-MM-DD. */
export const today = (): string => new Date().toLocaleDateString('en-CA')
