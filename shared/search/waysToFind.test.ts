import fc from 'fast-check'
import { expect, test } from 'vitest'
import { waysToFind } from './waysToFind.ts'

function found(text: string, typed: string): string[] {
  for (const way of waysToFind(typed)) {
    const ranges = way(text)
    if (ranges.length > 0) return ranges.map(([start, end]) => text.slice(start, end))
  }
  return []
}

test.each([
  ['A boat, two boats, boating and a steamboat', 'boat', ['boat', 'boats', 'boating']],
  ['Small boats. SMALL\nBOAT. Boats are small.', 'small boat', ['Small boats', 'SMALL\nBOAT']],
  ['The harbour’s colour', 'color', ['colour']],
  ['A steamboat', 'mboa', ['mboa']],
  ['see paragraph (a) and (b)', '(b)', ['b']],
  ['ferries and small harbours', 'harbour small', ['small', 'harbours']],
  ['small boats and dinghies', '"small boat" OR dinghy', ['small boats', 'dinghies']],
  ['An end-to-end check', 'end-to-end checks', ['end-to-end check']],
  ['He said “no”', '"no', ['no']],
  ['Costs 50 %!', '!', ['!']],
  ['Small boats', '  ', []],
  ['Small boats', 'zeppelin', []],
])('%s: %s', (text, typed, expected) => {
  expect(found(text, typed)).toEqual(expected)
})

test('whatever is typed is found where it stands', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, words, after) => {
      fc.pre(words.trim() !== '')
      expect(found(`${before} ${words} ${after}`, words).length).toBeGreaterThan(0)
    }),
  )
})

test('a page of anything costs little', () => {
  for (const typed of ['a '.repeat(50_000), '"'.repeat(100_000), '(a '.repeat(30_000)]) {
    const text = typed.repeat(2)
    for (const way of waysToFind(typed)) way(text)
  }
})
