import { expect, test } from 'vitest'
import type { Highlight } from '../../shared/contract/highlight.ts'
import { quotationState } from '../../shared/document/citations.ts'
import { block, caretBlock, draft, quote, shape, withCaret } from './fixtures.ts'
import { insertCitation, insertQuotation } from './quotations.ts'

const highlight = { articleId: 'a9', version: 2, highlightId: 'h9', exact: 'The very\nwords' } as Highlight

test('a highlight becomes a quotation of its exact words after the block at the caret, with the caret below', () => {
  const state = withCaret(draft(block('numberedParagraph', 'One'), block('numberedParagraph', 'Two')), 2)
  const next = state.apply(insertQuotation(state, highlight))
  expect(shape(next.doc)).toEqual([
    'numberedParagraph: One',
    'quotation: The very\nwords',
    'numberedParagraph: Two',
  ])
  expect(quotationState(next.doc.child(1).toJSON())).toBe('verbatim')
  expect(caretBlock(next)).toBe(2)
})

test('it takes the place of an empty paragraph, and a last one leaves room to go on', () => {
  const state = withCaret(draft(block('paragraph')), 1)
  const next = state.apply(insertQuotation(state, highlight))
  expect(shape(next.doc)).toEqual(['quotation: The very\nwords', 'paragraph: '])
})

test('from a table cell it goes below the table', () => {
  const cell = block('tableCell', block('paragraph', 'cell'))
  const state = withCaret(draft(block('table', block('tableRow', cell)), block('paragraph', 'After')), 5)
  const next = state.apply(insertQuotation(state, highlight))
  expect(shape(next.doc).map(line => line.split(':')[0])).toEqual(['table', 'quotation', 'paragraph'])
})

test('a citation at the caret; none inside a quotation', () => {
  const state = withCaret(draft(block('paragraph', 'One two')), 4)
  const next = state.apply(insertCitation(state, highlight)!)
  expect(next.doc.child(0).child(1).attrs).toEqual({
    articleId: 'a9',
    version: 2,
    highlightId: 'h9',
    locator: null,
    alsoCites: [],
  })
  expect(next.selection.from).toBe(5)
  expect(insertCitation(withCaret(draft(quote('Words')), 2), highlight)).toBeNull()
})
