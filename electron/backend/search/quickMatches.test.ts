import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readQuery } from '../../../shared/search/readQuery.ts'
import { tokensOf } from '../../../shared/search/tokens.ts'
import { findMatches } from './quickMatches.ts'

const clauseOf = (typed: string) => readQuery(typed, { today: '2024-12-15' }).clause!
const found = (typed: string, text: string) =>
  findMatches(clauseOf(typed))(text).map(({ start, end }) => text.slice(start, end))

test('a word is found in any form, whole, and not within another', () => {
  expect(found('harbour ', 'Harbours, the harbor’s wall; unharboured 5harbour HARBOUR')).toEqual([
    'Harbours',
    'harbor’s',
    'HARBOUR',
  ])
  expect(found("O'Neill ", 'Brigid O’Neill and the ONeills, not Neill')).toEqual(['O’Neill', 'ONeills'])
  expect(found('elysee ', 'the Élysée, l’Élysée')).toEqual(['Élysée'])
  expect(found('harb', 'harbour, harbinger, Harb, harp')).toEqual(['harbour', 'harbinger', 'Harb'])
  expect(found('34,500 ', 'over 34,500 and 34500 and 34')).toEqual(['34,500', '34500'])
})

test('it finds the words that the index holds', () => {
  const word = fc.constantFrom(
    ...['boat', 'Boats', 'boat’s', 'naïve', '5', '34,500', 'Boatman', '北京', '𝒃oat', 'a', '’', '\u00ad'],
  )
  const text = fc
    .array(fc.tuple(word, fc.constantFrom(' ', ', ', '\n', '/')))
    .map(parts => parts.flat().join(''))
  const wanted: Record<string, (token: { term: string; form: string }) => boolean> = {
    'boat ': ({ term }) => term === 'boat',
    'naive -a ': ({ term }) => term === 'naiv',
    bo: ({ form }) => form.startsWith('bo'),
    '"boat naive" ': ({ term }) => term === 'boat' || term === 'naiv',
  }
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(wanted)), text, (typed, text) => {
      const expected = tokensOf(text).filter(wanted[typed]!)
      expect(findMatches(clauseOf(typed))(text).map(({ start, end }) => [start, end])).toEqual(
        expected.map(({ start, end }) => [start, end]),
      )
    }),
    { numRuns: 500 },
  )
})
