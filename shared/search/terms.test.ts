import { expect, test } from 'vitest'
import { firstRemembered, foldedWord, foldForm, numberedWord, termOf, wordNumber } from './terms.ts'
import { tokensOf } from './tokens.ts'

test('a word is the same wherever it stands, and keeps its number', () => {
  const number = wordNumber('Harbours', 0, 8)
  expect(numberedWord(number)).toEqual({ form: 'harbours', term: 'harbour' })
  expect(wordNumber('the Harbours.', 4, 12)).toBe(number)
  expect(wordNumber('the harbours.', 4, 12)).not.toBe(number)
  expect(number).toBeGreaterThanOrEqual(firstRemembered())
  expect(wordNumber('x'.repeat(65), 0, 65)).toBe(-1)
})

test('words are told apart when more have been met than are remembered', () => {
  const before = firstRemembered()
  const numbers = new Set<number>()
  for (let i = 0; i < 70_000; i++) {
    const written = `w${i.toString(36)}x`
    const word = foldedWord(written)
    const number = wordNumber(written, 0, written.length)
    if (word.form !== foldForm(written) || word.term !== termOf(word.form) || numbers.has(number))
      expect.fail(`${written} was taken for ${word.form}`)
    numbers.add(number)
  }
  expect(firstRemembered()).toBeGreaterThan(before)
  expect(foldedWord('Harbours')).toEqual({ form: 'harbours', term: 'harbour' })
})

test('words for which there is no more room within a text are read all the same', () => {
  const words = Array.from({ length: 140_000 }, (_, i) => `q${i.toString(36)}s`)
  expect(tokensOf(words.join(' ')).map(({ form }) => form)).toEqual(words)
  expect(tokensOf('Harbours')).toMatchObject([{ form: 'harbours', term: 'harbour' }])
})

test('a text of very many words leaves the next one as it is', () => {
  const words = Array.from({ length: 70_000 }, (_, i) => `word${i % 100}`)
  expect(tokensOf(words.join(' '))).toHaveLength(70_000)
  expect(tokensOf('a state-of-the-art pier')).toEqual([
    { start: 0, end: 1, position: 0, term: 'a', form: 'a' },
    { start: 2, end: 7, position: 1, term: 'state', form: 'state' },
    { start: 2, end: 18, position: 1, term: 'stateoftheart', form: 'stateoftheart' },
    { start: 8, end: 10, position: 2, term: 'of', form: 'of' },
    { start: 11, end: 14, position: 3, term: 'the', form: 'the' },
    { start: 15, end: 18, position: 4, term: 'art', form: 'art' },
    { start: 19, end: 23, position: 5, term: 'pier', form: 'pier' },
  ])
})
