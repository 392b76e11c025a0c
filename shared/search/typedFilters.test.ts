import fc from 'fast-check'
import { expect, test } from 'vitest'
import { explainFilter } from './explainQuery.ts'
import { readQuery } from './readQuery.ts'
import { typedFilters, withoutFilters } from './typedFilters.ts'

const today = '2025-01-15'
const chips = (typed: string) =>
  typedFilters(typed, today).map(each => [
    explainFilter(each.filter),
    typed.slice(each.start, each.end),
    withoutFilters(typed, [each]),
  ])

test.each([
  ['boats', []],
  ['boats tag:housing', [['tagged “housing”', 'tag:housing', 'boats']]],
  ['-tag:"cost of living" boats', [['not tagged “cost of living”', 'tag:"cost of living"', 'boats']]],
  ['boats NOT cited:yes harbour', [['not cited in any pack', 'cited:yes', 'boats harbour']]],
  ['after:14 December 2024 boats', [['published after 14 December 2024', 'after:14 December 2024', 'boats']]],
  [
    'type:note OR boats has:version',
    [
      ['notes only', 'type:note', 'boats has:version'],
      ['with versions', 'has:version', 'type:note OR boats'],
    ],
  ],
  ['tag:"never closed', [['tagged “never closed”', 'tag:"never closed', '']]],
  ['"type:note"', []],
])('%s', (typed, expected) => {
  expect(chips(typed)).toEqual(expected)
})

test('each filter read has its place, and can be taken away', () => {
  const piece = fc.constantFrom(
    'boats',
    '"small boats"',
    '-',
    'OR',
    'NOT',
    '(',
    ')',
    'tag:x',
    'cited:no',
    'has:note',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const typed = pieces.join(' ')
      const found = typedFilters(typed, today)
      expect(found.map(({ filter }) => filter)).toEqual(readQuery(typed, { today }).filters)
      for (const { start, end } of found)
        expect(typed.slice(start, end)).toMatch(/^(tag:x|cited:no|has:note)$/)
      expect(typedFilters(withoutFilters(typed, found), today)).toEqual([])
    }),
  )
})
