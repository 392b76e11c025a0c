import { expect, it } from 'vitest'
import { paceInWords, paceOf, timeLeftInWords, withSample } from './importPace.ts'

const at = (seconds: number, done: number, articles = done) => ({ at: seconds * 1000, done, articles })

it('judges by the last seconds only', () => {
  let samples = [at(0, 0)]
  for (const next of [at(1, 100), at(9, 100), at(11, 120), at(15, 160)]) samples = withSample(samples, next)
  expect(samples[0]).toEqual(at(9, 100))
  expect(paceOf(samples)).toEqual({ articlesPerSecond: 10, donePerSecond: 10 })
})
it('says nothing before it can know', () => {
  expect(paceOf([])).toBeNull()
  expect(paceOf([at(0, 0), at(1, 50)])).toBeNull()
  expect(timeLeftInWords(10, null)).toBeNull()
  expect(timeLeftInWords(10, { articlesPerSecond: 0, donePerSecond: 0 })).toBeNull()
})
it('puts speed and time into words', () => {
  const pace = (articlesPerSecond: number) => ({ articlesPerSecond, donePerSecond: 1 })
  expect(paceInWords(pace(1234.4))).toBe('1,234 articles a second')
  expect(paceInWords(pace(1.1))).toBe('1 article a second')
  expect(paceInWords(pace(0.25))).toBe('1 article every 4 seconds')
  expect(paceInWords(pace(0))).toBe('')
  const left = (seconds: number) => timeLeftInWords(seconds, pace(1))
  expect([3, 21, 70, 130, 5340, 8000].map(left)).toEqual([
    'a few seconds',
    'about 30 seconds',
    'about 1 minute',
    'about 2 minutes',
    'about 89 minutes',
    'about 2 hours',
  ])
})
