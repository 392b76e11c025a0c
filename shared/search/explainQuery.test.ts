import { expect, test } from 'vitest'
import { explainQuery } from './explainQuery.ts'
import { readQuery } from './readQuery.ts'

test.each([
  ['', 'Everything'],
  [
    'boats "small boats" title:harbour -ferry after:14 December 2024',
    'All of: boats (any form), the phrase “small boats”; in the title: harbour; not: ferry; published after 14 December 2024',
  ],
  ['harb*', 'Words beginning harb'],
  ['harb', 'Harb (any form, or the beginning of a word)'],
  ['boats OR ships ', 'Any of (boats (any form), ships (any form))'],
  ['co-operate ', 'Co-operate (any form)'],
  ['£1.2bn', '£1.2bn (however written)'],
  ['boats NEAR/5 harbour ', 'Boats and harbour within 5 words of each other'],
  ['on:2024', 'Published in 2024'],
  ['on:December 2024', 'Published in December 2024'],
  ['on:"last week"', 'Published from 6 January 2025 to 12 January 2025'],
  ['before:2024', 'Published before 1 January 2024'],
  ['-tag:housing type:article', 'Not tagged “housing”; articles only'],
  ['cited:no', 'Not cited in any pack'],
  ['-cited:no', 'Cited in a pack'],
  ['kind:figure -has:note', 'With highlights of the kind figure; without notes'],
])('%s', (typed, expected) => {
  expect(explainQuery(readQuery(typed, { today: '2025-01-15' }))).toBe(expected)
})
