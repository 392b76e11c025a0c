import { expect, test } from 'vitest'
import { saveWords } from './saveWords.ts'

const at = new Date(2024, 11, 16, 14, 2).getTime()

test.each([
  [{ kind: 'clean' } as const, 'Saved 14:02'],
  [{ kind: 'pending' } as const, 'Saving…'],
  [{ kind: 'saving' } as const, 'Saving…'],
  [{ kind: 'saved', savedAt: at + 60_000 } as const, 'Saved 14:03'],
])('%j reads %s', (state, words) => expect(saveWords(state, at, at + 3_600_000)).toBe(words))

test('another day is named', () => {
  expect(saveWords({ kind: 'clean' }, at, at + 86_400_000)).toBe('Saved 16 December 2024, 14:02')
})

test('a failure says why, what is kept and what happens next', () => {
  const words = saveWords({ kind: 'failed', message: 'The disk is full.' }, at, at)
  expect(words).toMatch(/^Not saved: The disk is full\..*still here.*keeps trying/)
})
