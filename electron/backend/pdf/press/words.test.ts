import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutWords } from './words.ts'

const cut = (text: string) => cutWords(text).map(({ text, ending }) => `${text}|${ending}`)

test('lines break at spaces and after hyphens and dashes', () => {
  expect(cut('the UK-Italy 2024–25 plan')).toEqual([
    'the|space',
    'UK-|chance',
    'Italy|space',
    '2024–|chance',
    '25|space',
    'plan|nothing',
  ])
})

test('and not at non-breaking characters, a minus sign, or a hyphen that opens a word', () => {
  expect(cut('£5\u00a0million co\u2011operate -3')).toEqual([
    '£5 million|space',
    'co-operate|space',
    '-3|nothing',
  ])
})

test('a zero-width space is a chance to break, a soft hyphen is nothing', () => {
  expect(cut('one\u200btwo three\u00adfour')).toEqual(['one|chance', 'two|space', 'threefour|nothing'])
})

test('a long address breaks at its joints', () => {
  const words = cutWords('https://www.example.org/a-long/path?with=many&parts=in_it.html')
  expect(words.length).toBeGreaterThan(5)
  expect(words.map(({ text }) => text).join('')).toBe(
    'https://www.example.org/a-long/path?with=many&parts=in_it.html',
  )
})

test('every printing character comes out once, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      const solid = (s: string) => s.replace(/[\s\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu, '')
      const expected = solid(text.normalize('NFC').replaceAll('\u2011', '-'))
      expect(
        solid(
          cutWords(text)
            .map(({ text }) => text)
            .join(''),
        ),
      ).toBe(expected)
    }),
  )
})
