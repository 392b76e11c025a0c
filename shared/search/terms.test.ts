import { expect, test } from 'vitest'
import { firstRemembered, foldedWord, foldForm, termOf, wordIn } from './terms.ts'
import { tokensOf } from './tokens.ts'

test('a word is the same wherever it stands, and keeps its number', () => {
  const word = foldedWord('Harbours')
  expect(word).toMatchObject({ form: 'harbours', term: 'harbour' })
  expect(wordIn('the Harbours.', 4, 12)).toBe(word)
  expect(word.number).toBeGreaterThanOrEqual(firstRemembered())
})

test('words are told apart when more have been met than are remembered', () => {
  const before = firstRemembered()
  const numbers = new Set<number>()
  for (let i = 0; i < 70_000; i++) {
    const written = `w${i.toString(36)}x`
    const word = foldedWord(written)
    if (word.form !== foldForm(written) || word.term !== termOf(word.form) || numbers.has(word.number))
      expect.fail(`${written} was taken for ${word.form}`)
    numbers.add(word.number)
  }
  expect(firstRemembered()).toBeGreaterThan(before)
  expect(foldedWord('Harbours')).toMatchObject({ form: 'harbours', term: 'harbour' })
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
