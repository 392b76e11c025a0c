import { type EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { walkBriefing } from '../../shared/document/walk.ts'
import { block, caretBlock, draft, leveled, press, shape, withAttrs, withCaret } from './fixtures.ts'
import { dropNumber, levelDown, levelUp, nextInSeries } from './numberedSeries.ts'

test('Enter in a numbered paragraph makes the next one, and splits its words', () => {
  const state = withCaret(draft(block('numberedParagraph', 'One two')), 4)
  const next = press(state, nextInSeries)
  expect(shape(next.doc)).toEqual(['numberedParagraph: One', 'numberedParagraph:  two'])
  expect(caretBlock(next)).toBe(1)
})

test('Enter in an empty numbered paragraph ends the series', () => {
  const state = withCaret(draft(block('numberedParagraph', 'One'), block('numberedParagraph')), 6)
  expect(shape(press(state, nextInSeries).doc)).toEqual(['numberedParagraph: One', 'paragraph: '])
})

test('Enter at the end of a heading makes a numbered paragraph; in the middle it is left to others', () => {
  const heading = { ...block('heading', 'Issue'), attrs: { level: 2 } }
  expect(shape(press(withCaret(draft(heading), 6), nextInSeries).doc)).toEqual([
    'heading: Issue',
    'numberedParagraph: ',
  ])
  expect(nextInSeries(withCaret(draft(heading), 3))).toBe(false)
})

test('Backspace at the start takes the number, and only there', () => {
  const numbered = draft(block('numberedParagraph', 'One'))
  expect(shape(press(withCaret(numbered, 1), dropNumber).doc)).toEqual(['paragraph: One'])
  expect(dropNumber(withCaret(numbered, 2))).toBe(false)
})

test('Enter keeps the level; in an empty sub-paragraph it goes a level up, and at last out of the series', () => {
  const state = withCaret(draft(leveled(1, 'One'), leveled(3, 'Two')), 9)
  const third = press(state, nextInSeries)
  expect(levels(third)).toEqual([1, 3, 3])
  const second = press(third, nextInSeries)
  expect(levels(second)).toEqual([1, 3, 2])
  const first = press(second, nextInSeries)
  expect(levels(first)).toEqual([1, 3, 1])
  expect(shape(press(first, nextInSeries).doc).at(-1)).toBe('paragraph: ')
})

test('Backspace at the start goes a level up, then takes the number', () => {
  const state = withCaret(draft(leveled(1, 'One'), leveled(2, 'Two')), 6)
  const first = press(state, dropNumber)
  expect(levels(first)).toEqual([1, 1])
  expect(shape(press(first, dropNumber).doc)).toEqual(['numberedParagraph: One', 'paragraph: Two'])
})

test('Tab goes a level down where there is one above, and Shift+Tab up again', () => {
  const one = draft(leveled(1, 'One'), leveled(1, 'Two'))
  expect(levelDown(withCaret(one, 2))).toBe(false)
  const second = press(withCaret(one, 6), levelDown)
  const third = press(second, levelDown)
  expect(levels(third)).toEqual([1, 3])
  expect(levelDown(third)).toBe(false)
  const again = press(press(third, levelUp), levelUp)
  expect(levels(again)).toEqual([1, 1])
  expect(levelUp(again)).toBe(false)
  expect(again.doc.eq(one.doc)).toBe(true)
})

test('Tab has nothing above it at the start of an annex, and nothing to do in other text', () => {
  const state = draft(leveled(1, 'One'), block('annexTitle', 'A'), leveled(1, 'Two'), block('paragraph', 'B'))
  expect(levelDown(withCaret(state, 9))).toBe(false)
  expect(levelDown(withCaret(state, 14))).toBe(false)
})

test('Tab takes along every numbered paragraph of the selection', () => {
  const state = draft(leveled(1, 'One'), leveled(1, 'Two'), block('paragraph', 'Between'), leveled(2, 'Six'))
  const selection = TextSelection.create(state.doc, 7, 22)
  expect(levels(press(state.apply(state.tr.setSelection(selection)), levelDown))).toEqual([
    1,
    2,
    undefined,
    3,
  ])
})

test('what changes its level, or is new, has no label from an issue; the words of the old keep theirs', () => {
  const issued = withAttrs(leveled(1, 'Two words'), { issued: '2', anchor: 'x' })
  const plain = draft(leveled(1, 'One'), issued)
  const layout = { issued: { version: '1.0', on: '2026-01-05', revision: 3, passages: [] } }
  const state = plain.apply(plain.tr.setDocAttribute('layout', layout))
  const labels = (of: EditorState) => {
    const found: unknown[] = []
    of.doc.forEach(({ attrs, textContent }) => {
      found.push([textContent, attrs.issued, attrs.anchor])
    })
    return found.slice(1)
  }
  expect(labels(press(withCaret(state, 9), levelDown))).toEqual([['Two words', null, 'x']])
  expect(labels(press(withCaret(state, 9), nextInSeries))).toEqual([
    ['Two', '2', 'x'],
    [' words', null, null],
  ])
  const before = press(withCaret(state, 6), nextInSeries)
  expect(labels(before)).toEqual([
    ['', null, null],
    ['Two words', '2', 'x'],
  ])
  expect(caretBlock(before)).toBe(2)
})

test('Enter after a recommendation makes the next one, like it; an empty one leaves the run', () => {
  const write = withAttrs(block('recommendation', 'to the council'), { verb: 'write', response: false })
  const two = press(withCaret(draft(leveled(1, 'So:'), write), 20), nextInSeries)
  expect(shape(two.doc).at(-1)).toBe('recommendation: ')
  expect(two.doc.lastChild?.attrs).toMatchObject({ verb: 'write', response: false })
  expect(labelsOf(two)).toEqual(['1', '(a)', '(b)'])
  expect(shape(press(two, nextInSeries).doc).at(-1)).toBe('paragraph: ')
})

test('Backspace at the start of a caption or recommendation makes it plain words', () => {
  for (const type of ['recommendation', 'tableCaption']) {
    const next = press(withCaret(draft(block(type, 'Words')), 1), dropNumber)
    expect(shape(next.doc)).toEqual(['paragraph: Words'])
  }
})

const levels = (state: EditorState): unknown[] => state.doc.children.map(({ attrs }) => attrs.level)

function labelsOf(state: EditorState): (string | null)[] {
  const labels: (string | null)[] = []
  walkBriefing(state.doc.toJSON(), (_node, { label }) => {
    if (label !== null) labels.push(label)
  })
  return labels
}
