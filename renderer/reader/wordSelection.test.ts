import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Caret, firstWord, type Step, step, wordRanges } from './wordSelection.ts'

const text = 'About 34,500 people.\nHidden words\n“Stop the boats,” he said.'
const shown = [
  { start: 0, end: 20 },
  { start: 34, end: text.length },
]
const words = wordRanges(text, shown)
const press = (caret: Caret, ...keys: Step[]) =>
  keys.reduce((at, key) => step(text, shown, words, at, key), caret)
const selected = ({ anchor, head }: Caret) => text.slice(Math.min(anchor, head), Math.max(anchor, head))

describe('selecting words by keyboard', () => {
  const first = firstWord(words, shown[0]!)!

  it('goes word by word, over a hidden block', () => {
    expect(selected(press(first, { key: 'ArrowRight' }))).toBe('34,500')
    expect(selected(press(first, ...Array<Step>(3).fill({ key: 'ArrowRight' })))).toBe('“Stop')
    expect(selected(press(first, { key: 'ArrowDown' }))).toBe('“Stop')
  })

  it('extends by word and by character', () => {
    const two = press(first, { key: 'ArrowRight', extends: true })
    expect(selected(two)).toBe('About 34,500')
    expect(selected(press(two, { key: 'ArrowLeft', extends: true, byCharacter: true }))).toBe('About 34,50')
    expect(selected(press(first, { key: 'End', extends: true }))).toBe('About 34,500 people.')
  })

  it('never leaves what is shown', () => {
    const key = fc.record({
      key: fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'),
      extends: fc.boolean(),
      byCharacter: fc.boolean(),
    }) as fc.Arbitrary<Step>
    fc.assert(
      fc.property(fc.array(key, { maxLength: 30 }), keys => {
        const { anchor, head } = press(first, ...keys)
        for (const at of [anchor, head]) {
          expect(shown.some(({ start, end }) => at >= start && at <= end)).toBe(true)
        }
      }),
    )
  })
})
