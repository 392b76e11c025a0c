import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sentenceBreaks } from './sentenceBreaks.ts'

const sentences = (text: string) => {
  const cuts = sentenceBreaks(text)
  return [...cuts, { end: text.length, start: 0 }].map(({ end }, i) =>
    text.slice(cuts[i - 1]?.start ?? 0, end),
  )
}

it.each([
  ['One came. Two left.', ['One came.', 'Two left.']],
  ['One came.Two left!Three stayed?', ['One came.', 'Two left!', 'Three stayed?']],
  ['He said: “Come.”Two left.', ['He said: “Come.”', 'Two left.']],
  ['“Come now.“Go then.”', ['“Come now.', '“Go then.”']],
  ['"Come now." Two left. "Go then."', ['"Come now."', 'Two left.', '"Go then."']],
  ['It cost £1.5m. 20 people paid.', ['It cost £1.5m.', '20 people paid.']],
  [
    'Mr. Smith met J. K. Brown of the U.S. Senate at No. 10.',
    ['Mr. Smith met J. K. Brown of the U.S. Senate at No. 10.'],
  ],
  ['It is on GOV.UK.The page is new.', ['It is on GOV.UK.', 'The page is new.']],
  ['They wait...Nobody comes', ['They wait...', 'Nobody comes']],
])('%s', (text, expected) => {
  expect(sentences(text)).toEqual(expected)
})

it('gives breaks in order, with nothing but white space in them', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('.', '”', '“', '"', ' ', 'A', 'b', '!', '1', '\n') }),
      text => {
        let last = 0
        for (const { end, start } of sentenceBreaks(text)) {
          expect(end).toBeGreaterThan(last)
          expect(text.slice(end, start).trim()).toBe('')
          last = start
        }
      },
    ),
  )
})
