import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsToCheck } from './wordsToCheck.ts'

const words = (text: string) => wordsToCheck(text).map(({ word }) => word)

test.each([
  ['The minister’s team isn’t here.', ['The', 'minister’s', 'team', 'isn’t', 'here']],
  ['the ministers’ papers', ['the', 'ministers', 'papers']],
  ['cross-Channel e-gates', ['cross', 'Channel', 'gates']],
  ['The NCA, two MPs and the G7 in 2024: 19th, Covid-19', ['The', 'two', 'and', 'the', 'in', 'Covid']],
  ['See https://example.org/colour or a.b@example.gov.uk, www.example.com', ['See', 'or']],
  ['‘quoted’ “words”', ['quoted', 'words']],
  ['a\ufffcword after a citation', ['word', 'after', 'citation']],
])('%s', (text, expected) => expect(words(text)).toEqual(expected))

test('positions point at the words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      let last = 0
      for (const { word, start, end } of wordsToCheck(text)) {
        expect(text.slice(start, end)).toBe(word)
        expect(start).toBeGreaterThanOrEqual(last)
        last = end
      }
    }),
  )
})
