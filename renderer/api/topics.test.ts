import { expect, it } from 'vitest'
import { isStale } from './topics.ts'

it('reads again what a change touches, and nothing else', () => {
  expect(isStale('articles.get', ['articles'])).toBe(true)
  expect(isStale('highlights.list', ['articles'])).toBe(true)
  expect(isStale('articles.search', ['highlights'])).toBe(true)
  expect(isStale('articles.search', ['packs'])).toBe(true)
  expect(isStale('articles.get', ['highlights', 'packs'])).toBe(false)
  expect(isStale('settings.get', ['packs'])).toBe(false)
})

it('never stages an original again by itself', () => {
  expect(isStale('articles.original', ['articles'])).toBe(false)
})
