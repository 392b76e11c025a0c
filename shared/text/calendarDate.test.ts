import { expect, it } from 'vitest'
import { calendarDate } from './calendarDate.ts'

it.each([
  ['14 December 2024', '2024-12-14'],
  ['Published: Sat 14th Dec, 2024 at 10:32', '2024-12-14'],
  ['December 14, 2024', '2024-12-14'],
  ['2024-12-14T23:59:00-08:00', '2024-12-14'],
  ['2024/12/14', '2024-12-14'],
  ['14/12/2024', '2024-12-14'],
  ['12/14/2024', '2024-12-14'],
  ['5/5/2024', '2024-05-05'],
  ['03/04/2024', null],
  ['31 February 2024', null],
  ['last Friday', null],
  ['1714 December 20245', null],
])('%s', (written, day) => {
  expect(calendarDate(written)).toBe(day)
})
