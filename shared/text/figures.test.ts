import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findFigures } from './figures.ts'

const words = (text: string) => findFigures(text).map(figure => figure.words)

describe('findFigures finds', () => {
  test.each([
    ['More than 34,500 people crossed.', ['34,500']],
    ['That is 19% more than in 2023.', ['19%']],
    ['It rose by 3 per cent.', ['3 per cent']],
    ['It fell 2 percentage points.', ['2 percentage points']],
    ['Ministers found £8 million for cameras.', ['£8 million']],
    ['A cost of £75.50 a head.', ['£75.50']],
    ['A fund of €5bn, or $6.2 billion.', ['€5bn', '$6.2 billion']],
    ['It costs 8 million pounds.', ['8 million pounds']],
    ['Some 2 million people live there.', ['2 million']],
    ['609 arrivals on Thursday.', ['609']],
    ['Between 10 and 15 officers.', ['10', '15']],
    ['About 1,200 of them, 40 a day.', ['1,200', '40']],
    ['A team of 10-15 officers.', ['10', '15']],
    ['Some 10–15% of them.', ['10', '15%']],
    ['Temperatures of 12.5 degrees.', ['12.5']],
  ])('%s', (text, expected) => expect(words(text)).toEqual(expected))
})

describe('findFigures leaves out', () => {
  test.each([
    'On 16 December 2024 the two met.',
    'From 10 to 12 December they talked.',
    'The 21st of March is the deadline.',
    'December 16, 2024 was cold.',
    'The date is 2024-12-16.',
    'Due on 16/12/2024 or 16.12.24.',
    'In 2023, and in the tax year 2023–24, and 2023/24.',
    'At 14:02, or 11:59pm, or 10am.',
    'See paragraph 12 and paragraphs 14 to 16.',
    'Section 149 of the Equality Act 2010, article 50, clause 23, page 117.',
    'The G20, COP26, Covid-19, F-35 and the A12.',
    'Telephone 020 7946 0123 or +44 20 7946 0123.',
    'Six of the nine teams; 7 of 9 members.',
    'Annex 12, table 11, PQ 123456, No 10.',
  ])('%s', text => expect(words(text)).toEqual([]))
})

test('positions point at the words, in order and without overlap', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '£',
      '%',
      ' per cent',
      ' million',
      'bn',
      ' December',
      'paragraph ',
      ',',
      '.',
      ' ',
      '-',
      'G',
      '0',
      '+',
    ),
    fc.nat(100_000).map(String),
    fc.string({ maxLength: 4 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
      const text = pieces.join('')
      let last = 0
      for (const figure of findFigures(text)) {
        expect(text.slice(figure.start, figure.end)).toBe(figure.words)
        expect(figure.start).toBeGreaterThanOrEqual(last)
        expect(figure.words).toMatch(/\d/)
        last = figure.end
      }
    }),
  )
})

test('any comma-grouped number above 999 in a plain sentence is found', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 9_999_999 }), n => {
      const shown = n.toLocaleString('en-GB')
      expect(words(`There were ${shown} of them.`)).toEqual([shown])
    }),
  )
})

test('a very long text of digits and separators is read through once', () => {
  const text = '1,1,11,111.1.1-1/1 £5 % '.repeat(20_000)
  expect(findFigures(text).length).toBeGreaterThan(0)
})
