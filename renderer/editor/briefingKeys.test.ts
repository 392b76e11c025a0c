import { NodeSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { leaveQuotation, selectQuotationBefore } from './briefingKeys.ts'
import { block, caretBlock, draft, press, quote, shape, withCaret } from './fixtures.ts'

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
