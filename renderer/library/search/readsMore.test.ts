import { expect, it } from 'vitest'
import { readQuery } from '../../../shared/search/readQuery.ts'
import { readsMore } from './readsMore.ts'

it.each([
  ['', false],
  ['small boats', false],
  ['end-to-end Élysée ', false],
  ['34,500', false],
  ['"small boats"', true],
  ['boats OR ships', true],
  ['boats -ferry', true],
  ['harb*', true],
  ['£1.2bn', true],
  ['title:harbour', true],
  ['boats type:note', false],
  ['boats NEAR ferry', true],
])('%s: %s', (typed, expected) => {
  expect(readsMore(readQuery(typed, { today: '2025-01-15' }).clause)).toBe(expected)
})
