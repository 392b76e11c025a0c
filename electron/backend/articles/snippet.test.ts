import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../../shared/contract/article.ts'
import { readQuery } from '../../../shared/search/readQuery.ts'
import { findMatches } from '../search/quickMatches.ts'
import { makeSnippet } from './snippet.ts'

const pieces: [string, Omit<Block, 'start' | 'end'>][] = [
  ['Accept all harbour cookies', { kind: 'paragraph', furniture: 'Cookie notice' }],
  ['Harbour lights go out', { kind: 'heading' }],
  ['The lights of the harbour went out on Tuesday, and nobody could say why.', { kind: 'paragraph' }],
  ['A keeper blamed the weather.', { kind: 'paragraph' }],
  ['Read more about the harbour', { kind: 'paragraph', furniture: 'Link list' }],
]
const text = pieces.map(([words]) => words).join('\n')
const blocks = pieces.map(([words, block]) => ({
  ...block,
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
}))

const matching = (typed: string) => findMatches(readQuery(typed, { today: '2024-12-15' }).clause)(text)

describe('a snippet', () => {
  test('without a search, opens the running text', () => {
    expect(makeSnippet(text, blocks, []).snippet).toBe(
      'The lights of the harbour went out on Tuesday, and nobody could say why. A keeper blamed the weather. …',
    )
  })

  test('prefers running words, and keeps furniture out of them', () => {
    const { snippet, marks, at } = makeSnippet(text, blocks, matching('harbour '))
    expect(snippet).toBe(
      'The lights of the harbour went out on Tuesday, and nobody could say why. A keeper blamed the weather. …',
    )
    expect(marks.map(([start, end]) => snippet.slice(start, end))).toEqual(['harbour'])
    expect(text.slice(...at!)).toBe('harbour')
  })

  test('shows furniture when the words stand nowhere else', () => {
    expect(makeSnippet(text, blocks, matching('cookies ')).snippet).toBe('Accept all harbour cookies …')
  })

  test('marks lie in it, whatever is searched', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'h', 'e', ' ', '"', 'the', 'harbour'), maxLength: 12 }),
        typed => {
          const { snippet, marks } = makeSnippet(text, blocks, matching(typed))
          for (const [start, end] of marks) expect(snippet.slice(start, end)).toMatch(/^\S(.*\S)?$/)
        },
      ),
    )
  })
})
