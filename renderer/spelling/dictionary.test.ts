import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { buildDictionary } from './dictionary.ts'

const folder = new URL('../../node_modules/dictionary-en-gb/', import.meta.url)
const read = (name: string) => readFileSync(fileURLToPath(new URL(name, folder)), 'utf8')
const dictionary = buildDictionary(read('index.aff'), read('index.dic'))

test.each([
  'organisation',
  'colour',
  'programme',
  'minister’s',
  'isn’t',
  'Calais',
  'taskforce',
  'Whitehall',
  'Crotone’s',
])('%s is right', word => expect(dictionary.isCorrect(word)).toBe(true))

test.each(['organization', 'color', 'recieve', 'goverment', 'minster’z', 'goverment’s'])('%s is not', word =>
  expect(dictionary.isCorrect(word)).toBe(false),
)

test.each([
  ['recieve', 'receive'],
  ['color', 'colour'],
  ['goverment', 'government'],
  ['taskfroce', 'taskforce'],
  ['isnt’', 'isn’t'],
])('for %s it suggests %s', (word, expected) => expect(dictionary.suggest(word)).toContain(expected))
