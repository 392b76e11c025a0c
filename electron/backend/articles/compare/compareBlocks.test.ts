import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareBlocks, comparePieces } from './compareBlocks.ts'

const word = fc.constantFrom('boats', 'sailed', 'in', 'winter', '41,200', '£3.1', 'million', 'not')
const block = fc.array(word, { minLength: 1, maxLength: 12 }).map(words => words.join(' '))
const text = fc.array(block, { maxLength: 8 })

describe('two texts side by side', () => {
  it('give each of them back, in order', () => {
    fc.assert(
      fc.property(text, text, (from, to) => {
        const blocks = compareBlocks(from, to)
        const side = (without: string, gone: string) =>
          blocks
            .filter(({ kind }) => kind !== gone)
            .map(({ pieces }) =>
              pieces
                .filter(({ kind }) => kind !== without)
                .map(piece => piece.text)
                .join(''),
            )
        expect(side('added', 'added')).toEqual(from)
        expect(side('removed', 'removed')).toEqual(to)
      }),
    )
  })

  it('name a changed figure by whole words', () => {
    const pieces = comparePieces('The line carried 41,200 passengers.', 'The line carried 41,900 passengers.')
    expect(pieces).toEqual([
      { kind: 'same', text: 'The line carried ' },
      { kind: 'removed', text: '41,200 ' },
      { kind: 'added', text: '41,900 ' },
      { kind: 'same', text: 'passengers.' },
    ])
  })

  it('pair a block that was changed with what it became, and leave strangers apart', () => {
    const kinds = compareBlocks(
      ['Ministers meet on Monday to decide.', 'The weather was fine.', 'Nobody spoke.'],
      ['Ministers meet on Tuesday to decide.', 'A ship came in from the south with grain.', 'Nobody spoke.'],
    ).map(({ kind }) => kind)
    expect(kinds).toEqual(['changed', 'removed', 'added', 'same'])
  })

  it('take texts that share nothing without growing slow', () => {
    const many = (letter: string) => Array.from({ length: 3000 }, (_, i) => `${letter} paragraph number ${i}`)
    expect(compareBlocks(many('a'), many('b')).length).toBeGreaterThanOrEqual(3000)
  })
})
