import fc from 'fast-check'
import { expect, test } from 'vitest'
import { completeQuery } from './completeQuery.ts'
import { readQuery } from './readQuery.ts'

const known = {
  tags: ['cost of living', 'housing', 'say "no"'],
  publishers: ['The Daily'],
  packs: ['Living costs'],
}

/** What the box would hold after each offer. "^" is the caret. */
function after(typed: string): string[] {
  const caret = typed.indexOf('^')
  const text = typed.replace('^', '')
  return completeQuery(text, caret, known).map(
    ({ insert, from, to }) => text.slice(0, from) + insert + text.slice(to),
  )
}

test.each([
  ['ti^', ['title:']],
  ['boats -ta^', ['boats -tag:']],
  ['boats ^', []],
  ['"tag^', []],
  ['tag:h^', ['tag:housing ']],
  ['tag:liv^ boats', ['tag:"cost of living"  boats']],
  ['tag:"cost of^', ['tag:"cost of living" ']],
  ['tag:"co^st" boats', ['tag:"cost of living"  boats']],
  ['publisher:dai^', ['publisher:"The Daily" ']],
  ['cited:^', ['cited:yes ', 'cited:no ', 'cited:"Living costs" ']],
  ['type:^', ['type:article ', 'type:highlight ', 'type:note ', 'type:pack ']],
  ['after:last w^', []],
  ['after:"last w^', ['after:"last week" ']],
  ['nonsense:x^', []],
])('%s', (typed, expected) => {
  expect(after(typed)).toEqual(expected)
})

test('offers every field where nothing is typed', () => {
  expect(completeQuery('', 0, known).map(({ label }) => label)).toContain('marking:')
})

test('what is offered can be read, and ranges are within what was typed', () => {
  const piece = fc.constantFrom(
    'tag:',
    'cited:',
    'publisher:',
    'after:',
    '"',
    ' ',
    '(',
    '-',
    'co',
    'liv',
    'd',
  )
  fc.assert(
    fc.property(
      fc.array(piece).map(pieces => pieces.join('')),
      fc.integer({ min: -1, max: 30 }),
      (typed, caret) => {
        for (const { insert, from, to } of completeQuery(typed, caret, known)) {
          expect(0 <= from && from <= to && to <= typed.length).toBe(true)
          if (!insert.endsWith(':')) {
            const { clause, filters } = readQuery(insert, { today: '2025-01-15' })
            expect(filters.length + (clause ? 1 : 0)).toBe(1)
          }
        }
      },
    ),
  )
})
