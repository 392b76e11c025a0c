import { expect, test } from 'vitest'
import { cite, numbered, paragraph, samplePrintJob } from '../samplePrintJob.ts'
import { longDate } from './longDate.ts'
import { shortened } from './shortened.ts'
import { typesetPack } from './typesetPack.ts'

test('an endnote gives the reference, the words, and the paragraphs that cite them', () => {
  const content = [
    numbered('One', cite('gazette', 'fall', 'page 4')),
    numbered('Two'),
    numbered('Three', cite('gazette', 'fall')),
  ]
  const { blocks } = typesetPack(samplePrintJob(content))
  const list = blocks.find(block => block.kind === 'list')
  const [note] = list!.items[0]!.blocks
  const words = note?.kind === 'paragraph' ? note.runs.map(({ text }) => text).join('') : ''
  expect(words.replaceAll('\u00a0', ' ')).toBe(
    'Una Brock. ‘Fewer take the late boat, & islanders ask why’ The Ellan Gazette, 14 December 2026 (viewed on 15 December 2026), page 4: “Numbers on the 11pm sailing fell by 14% last winter”; cited in paragraphs 1 and 3',
  )
})

test('further passages of an article lead to its first reference', () => {
  const content = [numbered('One', cite('gazette', 'fall')), numbered('Two', cite('gazette', 'promise'))]
  const list = typesetPack(samplePrintJob(content)).blocks.find(block => block.kind === 'list')
  const [note] = list!.items[1]!.blocks
  const runs = note?.kind === 'paragraph' ? note.runs : []
  expect(
    runs
      .map(({ text }) => text)
      .join('')
      .replaceAll('\u00a0', ' '),
  ).toMatch(/^The Ellan Gazette, 14 December 2026, as in source 1: “/)
  expect(runs.some(({ link }) => link && 'anchor' in link.to && link.to.anchor === 'source-00001')).toBe(true)
})

test('a citation before any paragraph is called by where it stands', () => {
  const { blocks } = typesetPack(samplePrintJob([paragraph('Words', cite('gazette', 'fall'))]))
  expect(JSON.stringify(blocks)).toContain('the opening')
})

test('dates are written as GOV.UK writes them, whatever the machine', () => {
  expect(longDate('2017-06-04')).toBe('4\u00a0June 2017')
  expect(longDate('2024-12-14T23:59:00Z')).toBe('14\u00a0December 2024')
  expect(longDate('spring 2024')).toBe('spring 2024')
})

test('long passages are shortened between words', () => {
  expect(shortened('one two  three', 3)).toBe('one two three')
  expect(shortened('one, two, three', 2)).toBe('one, two …')
})
