import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDays } from './queryDates.ts'

/** A Wednesday. */
const today = '2025-01-15'

describe('readDays', () => {
  test.each([
    ['14 December 2024', '2024-12-14', '2024-12-14'],
    ['14 Dec 2024', '2024-12-14', '2024-12-14'],
    ['the 14th of December 2024', '2024-12-14', '2024-12-14'],
    ['December 14, 2024', '2024-12-14', '2024-12-14'],
    ['14/12/2024', '2024-12-14', '2024-12-14'],
    ['03/04/2024', '2024-04-03', '2024-04-03'],
    ['12/14/2024', '2024-12-14', '2024-12-14'],
    ['14.12.24', '2024-12-14', '2024-12-14'],
    ['2024-12-14', '2024-12-14', '2024-12-14'],
    ['14 December', '2024-12-14', '2024-12-14'],
    ['1 January', '2025-01-01', '2025-01-01'],
    ['29 February', '2024-02-29', '2024-02-29'],
    ['December 2024', '2024-12-01', '2024-12-31'],
    ['february 2024', '2024-02-01', '2024-02-29'],
    ['March', '2024-03-01', '2024-03-31'],
    ['2024-12', '2024-12-01', '2024-12-31'],
    ['12/2024', '2024-12-01', '2024-12-31'],
    ['2024', '2024-01-01', '2024-12-31'],
    ['today', '2025-01-15', '2025-01-15'],
    ['Yesterday', '2025-01-14', '2025-01-14'],
    ['Wednesday', '2025-01-08', '2025-01-08'],
    ['last Monday', '2025-01-13', '2025-01-13'],
    ['this week', '2025-01-13', '2025-01-19'],
    ['last week', '2025-01-06', '2025-01-12'],
    ['this month', '2025-01-01', '2025-01-31'],
    ['last month', '2024-12-01', '2024-12-31'],
    ['last year', '2024-01-01', '2024-12-31'],
    ['3 weeks ago', '2024-12-25', '2024-12-25'],
    ['two months ago', '2024-11-15', '2024-11-15'],
    ['a year ago', '2024-01-15', '2024-01-15'],
    ['last 7 days', '2025-01-09', '2025-01-15'],
  ])('%s', (written, from, to) => {
    expect(readDays(written, today)).toEqual({ from, to })
  })

  test('a month before the end of March is the end of February', () => {
    expect(readDays('1 month ago', '2025-03-31')).toEqual({ from: '2025-02-28', to: '2025-02-28' })
  })

  test.each([
    '',
    'boats',
    '31/02/2024',
    '30 February',
    '14',
    '2024-13',
    '0 days ago',
    'nope ago',
    '9999',
    'last',
  ])('%s is no date', written => {
    expect(readDays(written, today)).toBeNull()
  })

  test('any day of the calendar is read back from what people write', () => {
    const names = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
    const range = { min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }
    fc.assert(
      fc.property(fc.date(range), date => {
        const day = date.toISOString().slice(0, 10)
        expect(readDays(names.format(date), today)).toEqual({ from: day, to: day })
        expect(readDays(date.toLocaleDateString('en-GB', { timeZone: 'UTC' }), today)).toEqual({
          from: day,
          to: day,
        })
      }),
    )
  })
})
