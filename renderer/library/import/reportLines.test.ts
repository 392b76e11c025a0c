import { expect, it } from 'vitest'
import type { ImportLine } from '../../../shared/contract/index.ts'
import { countOutcomes, outcomesInWords } from './outcomes.ts'
import { shownLines, sortedLines } from './reportLines.ts'

const lines: ImportLine[] = [
  { path: 'one.html', outcome: 'added', articleId: '1', title: 'The harbour reopens', reason: null },
  { path: 'two.txt', outcome: 'refused', articleId: null, title: null, reason: 'two.txt: it is empty.' },
  { path: 'three.txt', outcome: 'duplicate', articleId: '1', title: 'The harbour reopens', reason: null },
]

it('puts first what needs attention', () => {
  expect(sortedLines(lines).map(({ path }) => path)).toEqual(['two.txt', 'three.txt', 'one.html'])
})
it('finds by outcome, and by words in the title, the file or the reason', () => {
  const found = (...[outcome, words]: [ImportLine['outcome'] | null, string]) =>
    shownLines(lines, outcome, words).map(({ path }) => path)
  expect(found(null, '')).toHaveLength(3)
  expect(found('added', '')).toEqual(['one.html'])
  expect(found(null, ' HARBOUR three ')).toEqual(['three.txt'])
  expect(found('refused', 'empty')).toEqual(['two.txt'])
  expect(found('added', 'empty')).toEqual([])
})
it('sums up what became of all', () => {
  expect(outcomesInWords(countOutcomes(lines))).toBe('1 article added, 1 already there, 1 not added')
  expect(outcomesInWords({ added: 1200, version: 1 })).toBe('1,200 articles added, 1 new version')
  expect(outcomesInWords({})).toBe('Nothing was added')
})
