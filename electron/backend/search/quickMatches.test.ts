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
  expect(found('5% ', 'a rise of 5 per cent, or 6%')).toEqual(['5 per cent'])
})

test('a word is found whose term begins with other letters', () => {
  expect(found('grey ', 'A gray day, a grey one, great')).toEqual(['gray', 'grey'])
  expect(found('jail ', 'sent to gaol in Jail')).toEqual(['gaol', 'Jail'])
  expect(found('tyre ', '_tires_ tired TYRES tyrant')).toEqual(['tires', 'TYRES'])
  expect(found('foetus ', 'fetuses, a foetus')).toEqual(['fetuses', 'foetus'])
})

test('a word is found in any text as a reader of the whole text finds it', () => {
  const piece = fc.constantFrom(
    ...[
      'harbour',
      'HARBOR',
      'ha',
      'h',
      'é',
      'É',
      'ß',
      '’',
      "'",
      '“',
      '”',
      '_',
      '-',
      ' ',
      '\n',
      '\u00ad',
      '\u0301',
      'ﬁ',
      '5',
      '北',
      '𝒃',
      'ax',
    ],
  )
  const text = fc.array(piece, { maxLength: 40 }).map(parts => parts.join(''))
  const typed = fc.constantFrom('harbour ', 'ha', 'h', 'fi', 'eh ', 'axe ', 'ss', 'b', '"harbour axe" ')
  fc.assert(
    fc.property(typed, text, (typed, text) => {
      const clause = clauseOf(typed)
      const marked = new Set(findMatches(clause)(text).map(({ start }) => start))
      // One more word in another script, and every word is read.
      const all = findMatches({ kind: 'any', clauses: [clause, clauseOf('北京 ')] })(text)
      // A joined word is told by its parts.
      const words = new Set(tokensOf(text).map(({ start, end }) => `${start} ${end}`))
      for (const { start, end, index } of all)
        if (index < 2 && words.has(`${start} ${end}`) && !/[-北]/.test(text.slice(start, end)))
          expect([typed, start, marked.has(start)]).toEqual([typed, start, true])
    }),
    { numRuns: 2000 },
  )
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
