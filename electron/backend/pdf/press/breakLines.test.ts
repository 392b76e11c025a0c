import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakLines, type Line } from './breakLines.ts'
import { openFaces } from './faces.ts'
import { openDocument } from './openDocument.ts'
import { styles } from './style.ts'

const document = openDocument({
  title: 'Title',
  author: '',
  marking: '',
  handling: [],
  date: '2027-01-09',
  blocks: [],
})
const setWord = openFaces(document, join(import.meta.dirname, '../../../../assets/fonts'))
const lines = (text: string, width: number) => breakLines([{ text }], styles.body, width, setWord, 'a test')
const codes = (all: Line[]) =>
  all.flatMap(({ segments }) => segments.map(segment => glyphs(segment.codes))).join('')
const glyphs = (tj: string) => (tj.match(/<[^>]*>/g) ?? []).join('').replace(/[<>]/g, '')

const word = fc.stringMatching(/^[A-Za-z0-9£’“”.,-]{1,40}$/)

test('no line is wider than its column', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), fc.integer({ min: 30, max: 450 }), (words, width) => {
      for (const line of lines(words.join(' '), width)) expect(line.width).toBeLessThanOrEqual(width + 0.1)
    }),
  )
})

test('no glyph is lost, added or moved', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), fc.integer({ min: 420, max: 2000 }), (words, width) => {
      const text = words.join(' ')
      expect(codes(lines(text, width))).toBe(codes(lines(text, Number.POSITIVE_INFINITY)))
    }),
  )
})

test('a space at the end of a line stays in the text and takes no room', () => {
  const [space] = setWord(' ', { bold: false, italic: false }, 'a test')
  const broken = lines('The operator has asked to withdraw the sailing.', 120)
  expect(broken.length).toBeGreaterThan(1)
  for (const line of broken.slice(0, -1)) {
    expect(line.segments.at(-1)!.codes.endsWith(space!.codes)).toBe(true)
    expect(line.width).toBeLessThan(line.segments.at(-1)!.width)
  }
})

test('a citation never leaves the word it follows', () => {
  for (let width = 60; width < 200; width++) {
    const broken = breakLines(
      [{ text: 'fell by fourteen' }, { text: '[12]', raised: true }, { text: ', they said' }],
      styles.body,
      width,
      setWord,
      'a test',
    )
    for (const line of broken) expect(line.segments[0]!.rise).toBe(0)
  }
})

test('a place named at the start stands on the first line, also where that is empty', () => {
  const runs = [{ text: '', anchor: 'start' }, { text: '\nWords' }]
  const set = breakLines(runs, styles.body, 200, setWord, 'a test')
  expect(set.map(({ anchors }) => anchors)).toEqual([['start'], []])
})
