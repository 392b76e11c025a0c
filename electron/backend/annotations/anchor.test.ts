import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchor, selectorFor } from './anchor.ts'

const text = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '1', '2', '😀', '’', '\n'),
  minLength: 2,
  maxLength: 120,
})
const passage = text.chain(source =>
  fc
    .tuple(fc.nat(source.length - 1), fc.nat(source.length - 1))
    .map(([a, b]) => ({ source, start: Math.min(a, b), end: Math.max(a, b) + 1 })),
)

describe('anchoring', () => {
  test('in the same text, a passage is where it was marked', () => {
    fc.assert(
      fc.property(passage, ({ source, start, end }) => {
        expect(anchor(source, selectorFor(source, start, end))).toEqual({ start, end })
      }),
    )
  })

  test('wherever it lands, its words are there letter by letter', () => {
    fc.assert(
      fc.property(passage, text, ({ source, start, end }, other) => {
        const range = anchor(other, selectorFor(source, start, end))
        if (range) expect(other.slice(range.start, range.end)).toBe(source.slice(start, end))
      }),
    )
  })

  test('follows its words when a paragraph is put in before them', () => {
    const old = 'First.\nMore than 34,500 people crossed.'
    const selector = selectorFor(old, 7, 33)
    const range = anchor(`A new opening.\n${old}`, selector)
    expect(range).toEqual({ start: 22, end: 48 })
  })

  test('never moves to a look-alike', () => {
    const selector = selectorFor('In all 34,500 people crossed.', 7, 20)
    expect(anchor('In all 34,600 people crossed.', selector)).toBeNull()
    expect(anchor('In all 34.500 people crossed.', selector)).toBeNull()
  })

  test('nor to the only place left, when nothing around it agrees', () => {
    const selector = selectorFor('Prices fell 19% in May.', 7, 15)
    expect(selector.exact).toBe('fell 19%')
    expect(anchor('Prices fell 12% in May. Output fell 19% too.', selector)).toBeNull()
    const plain = selectorFor('The minister will resign', 0, 24)
    expect(anchor('It is not true, as was said, that The minister will resign, she said.', plain)).toBeNull()
  })

  test('context cut through a character outside the basic plane still agrees', () => {
    const old = `${'😀'.repeat(40)}x marked y${'😀'.repeat(40)}`
    const selector = selectorFor(old, 82, 88)
    expect(selector.exact).toBe('marked')
    expect(anchor(`New. ${old}`, selector)).toEqual({ start: 87, end: 93 })
  })

  test('with the words in two places, only the context decides', () => {
    const old = 'Alpha says five boats came. Beta says five boats left.'
    const second = selectorFor(old, 38, 48)
    expect(second.exact).toBe('five boats')
    expect(anchor(`${old} `, second)).toEqual({ start: 38, end: 48 })
    expect(anchor('New: five boats here. And five boats there.', second)).toBeNull()
  })
})
