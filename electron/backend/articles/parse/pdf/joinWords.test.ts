import { expect, it } from 'vitest'
import { lineJoiner } from './joinWords.ts'

const lines = ['a well-informed member', 'the ministers met', 'co-operation']

it.each([
  ['of the minis-', 'ter, who said', 'of the minister, who said'],
  ['a well-', 'informed member', 'a well-informed member'],
  ['the minis-', 'ters met', 'the ministers met'],
  ['soft\u00ad', 'ened', 'softened'],
  ['from Monday -', 'and later', 'from Monday - and later'],
  ['the Anglo-', 'Saxon world', 'the Anglo-Saxon world'],
  ['pages 3-', '5', 'pages 3-5'],
  ['one line', 'and the next', 'one line and the next'],
])('%s + %s', (line, next, expected) => {
  expect(lineJoiner(lines)([line, next])).toBe(expected)
})

it('takes time in proportion to the length', () => {
  const join = lineJoiner(['a-'.repeat(50_000), 'a'.repeat(100_000), '-'.repeat(100_000)])
  const start = performance.now()
  for (const line of ['a-'.repeat(50_000), 'a'.repeat(100_000), '-'.repeat(100_000)]) join([line, line])
  expect(performance.now() - start).toBeLessThan(100)
})
