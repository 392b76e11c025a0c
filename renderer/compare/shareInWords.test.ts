import { expect, it } from 'vitest'
import { shareInWords } from './shareInWords.ts'

it('says how much two articles share', () => {
  expect([1, 0.93, 0.7, 0.5, 0.2].map(shareInWords)).toEqual([
    'all of it',
    'nearly all of it',
    'most of it',
    'about half of it',
    'some of it',
  ])
})
