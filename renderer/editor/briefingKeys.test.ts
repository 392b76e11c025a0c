import { type Command, type EditorState, NodeSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { dropNumber, leaveQuotation, nextNumber, selectQuotationBefore } from './briefingKeys.ts'
import { block, caretBlock, draft, quote, shape, withCaret } from './fixtures.ts'

function press(state: EditorState, command: Command): EditorState {
  let next = state
  const isDone = command(state, tr => {
    next = state.apply(tr)
  })
  expect(isDone).toBe(true)
  next.doc.check()
  return next
}

test('Enter in a numbered paragraph makes the next one, and splits its words', () => {
  const state = withCaret(draft(block('numberedParagraph', 'One two')), 4)
  const next = press(state, nextNumber)
  expect(shape(next.doc)).toEqual(['numberedParagraph: One', 'numberedParagraph:  two'])
  expect(caretBlock(next)).toBe(1)
})

test('Enter in an empty numbered paragraph ends the series', () => {
  const state = withCaret(draft(block('numberedParagraph', 'One'), block('numberedParagraph')), 6)
  expect(shape(press(state, nextNumber).doc)).toEqual(['numberedParagraph: One', 'paragraph: '])
})

test('Enter at the end of a heading makes a numbered paragraph; in the middle it is left to others', () => {
  const heading = { ...block('heading', 'Issue'), attrs: { level: 2 } }
  expect(shape(press(withCaret(draft(heading), 6), nextNumber).doc)).toEqual([
    'heading: Issue',
    'numberedParagraph: ',
  ])
  expect(nextNumber(withCaret(draft(heading), 3))).toBe(false)
})

test('Backspace at the start takes the number, and only there', () => {
  const numbered = draft(block('numberedParagraph', 'One'))
  expect(shape(press(withCaret(numbered, 1), dropNumber).doc)).toEqual(['paragraph: One'])
  expect(dropNumber(withCaret(numbered, 2))).toBe(false)
})

test('Enter in a quotation leaves its words alone', () => {
  const next = press(withCaret(draft(quote('Stop the boats.')), 5), leaveQuotation)
  expect(shape(next.doc)).toEqual(['quotation: Stop the boats.', 'paragraph: '])
  expect(caretBlock(next)).toBe(1)
})

test('Backspace after a quotation selects it; its words are not run together with the paragraph', () => {
  const state = draft(quote('Words.'), block('paragraph', 'After.'))
  const next = press(withCaret(state, 9), selectQuotationBefore)
  expect(next.selection).toBeInstanceOf(NodeSelection)
  expect(shape(next.doc)).toEqual(['quotation: Words.', 'paragraph: After.'])
})
