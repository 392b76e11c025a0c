import { expect, it } from 'vitest'
import { inWords } from './inWords.ts'

it('says "paragraphs" once', () => {
  expect(inWords(['paragraph 3', 'paragraph 4', 'paragraph B1'])).toBe('paragraphs 3, 4 and B1')
  expect(inWords(['paragraph 3'])).toBe('paragraph 3')
})
it('leaves other places as they are', () => {
  expect(inWords(['the Issue', 'paragraph 4'])).toBe('the Issue and paragraph 4')
  expect(inWords([])).toBe('')
})
