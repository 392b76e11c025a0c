import { expect, test } from 'vitest'
import { marksAround } from './marksAround.ts'

test.each([
  ['Nobody objected.', ['“', '”']],
  ['“Nobody objected.”', ['', '']],
  ['“Nobody objected. That is rare.', ['', '”']],
  ['"Nobody objected."', ['', '']],
  ['“Nobody,” she said, “objected.”', ['“', '”']],
  ['He called it “rare”', ['“', '”']],
])('the marks around %s', (words, marks) => {
  expect(marksAround(words)).toEqual(marks)
})
