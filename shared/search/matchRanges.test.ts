import { expect, test } from 'vitest'
import { matchRanges } from './matchRanges.ts'
import { readQuery } from './readQuery.ts'

const marked = (typed: string, text: string) =>
  matchRanges(text, readQuery(typed, { today: '2025-01-15' })).map(([start, end]) => text.slice(start, end))

test.each([
  ['harbour ', 'Harbours and a harbor', ['Harbours', 'harbor']],
  ['harb', 'A harbinger in harbour', ['harbinger', 'harbour']],
  ['"small boats"', 'Small boats, and boats that are small', ['Small boats']],
  ['co-operate ', 'cooperate, co-operating, co operate', ['cooperate', 'co-operating', 'co operate']],
  ['£1.2bn ', 'It cost £1,200 million or 1,200,000,000', ['1,200 million', '1,200,000,000']],
  ['5% ', 'by 5 per cent of 5', ['5 per cent']],
  ['"£1.2bn plan"', 'the £1,200 million plan', ['1,200 million plan']],
  ['"5% of"', 'some 5 per cent of it', ['5 per cent of']],
  ['"per cent of"', 'some 5% of it', ['% of']],
  ['boats -ferry ', 'a ferry and boats', ['boats']],
  ['a NEAR b ', 'a c b', ['a', 'b']],
  ['東京都', 'in 東京都庁', ['東京都']],
  ['日', '日本', ['日本']],
  ['title:harbour boats ', 'harbour boats', ['boats']],
  ['"the the"', 'the the the', ['the the the']],
  ['elysee ', 'l’É\u00adlysée, Élyse\u0301e', ['Élyse\u0301e']],
])('%s in %s', (typed, text, expected) => {
  expect(marked(typed, text)).toEqual(expected)
})

test('words of a field are marked in that field', () => {
  const query = readQuery('title:harbour ', { today: '2025-01-15' })
  expect(matchRanges('The harbour', query, 'title')).toEqual([[4, 11]])
  expect(matchRanges('The harbour', query, 'byline')).toEqual([])
})
