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

  const words = (letter: string, count: number, from = 0) =>
    Array.from({ length: count }, (_, i) => `${letter}${from + i}`).join(' ')

  it('take many strangers within what counts as one text', () => {
    const many = (letter: string) => Array.from({ length: 1900 }, (_, i) => words(letter, 60, i))
    expect(compareBlocks(many('a'), many('b'))).toHaveLength(3800)
  })

  it('take many long blocks in which every other word is another', () => {
    const from = Array.from({ length: 60 }, (_, i) => words('w', 3000, i * 3000))
    const to = from.map(text => text.replace(/(\S+) (\S+)/g, '$1 $2x'))
    const blocks = compareBlocks(from, to)
    expect(blocks.map(({ kind }) => kind)).toEqual(from.map(() => 'changed'))
    expect(blocks.map(({ pieces }) => textOf(pieces, 'added'))).toEqual(from)
    expect(blocks.map(({ pieces }) => textOf(pieces, 'removed'))).toEqual(to)
  })
})

/** What a text says without the pieces of one kind. */
const textOf = (pieces: readonly { kind: string; text: string }[], without: string): string =>
  pieces.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join('')
