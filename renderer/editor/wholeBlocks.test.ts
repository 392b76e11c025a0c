import { TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { block, draft, leveled, press, quote, shape, withAttrs, withCaret } from './fixtures.ts'
import { asWholeBlocks, moveDown, moveUp, pasteWholeBlocks } from './wholeBlocks.ts'

const three = draft(leveled(1, 'One'), withAttrs(leveled(2, 'Two'), { anchor: 'two' }), leveled(1, 'Three'))

/** Cuts from one position to another, and pastes at a third of what is left. */
function moved(from: number, to: number, at: number): string[] {
  const selection = TextSelection.create(three.doc, from, to)
  const slice = asWholeBlocks(selection.content(), selection)
  const cut = three.apply(three.tr.setSelection(selection).deleteSelection())
  const there = withCaret(cut, at)
  const pasted = there.apply(pasteWholeBlocks(there, slice) ?? there.tr.replaceSelection(slice))
  pasted.doc.check()
  return pasted.doc.children.map(({ attrs, textContent }) =>
    [textContent, attrs.level, attrs.anchor].join(' '),
  )
}

test('a paragraph that is cut up to the next and pasted is the same one in another place', () => {
  // Before the first, after the last, within one.
  expect(moved(6, 11, 1)).toEqual(['Two 2 two', 'One 1 ', 'Three 1 '])
  expect(moved(6, 11, 11)).toEqual(['One 1 ', 'Three 1 ', 'Two 2 two'])
  expect(moved(6, 11, 8)).toEqual(['One 1 ', 'Th 1 ', 'Two 2 two', 'ree 1 '])
})

test('the words that follow whole blocks go into the block there', () => {
  expect(moved(6, 13, 1)).toEqual(['Two 2 two', 'ThOne 1 ', 'ree 1 '])
})

test('blocks cut to the end of the last leave an empty one, which is no longer the one referred to', () => {
  expect(moved(6, 16, 1)).toEqual(['Two 2 two', 'Three 1 ', 'One 1 ', ' 2 '])
})

test('words within a block, or from its middle, are only words', () => {
  for (const [from, to] of [
    [1, 4],
    [2, 11],
  ] as const) {
    const selection = TextSelection.create(three.doc, from, to)
    const slice = selection.content()
    expect(asWholeBlocks(slice, selection)).toBe(slice)
  }
})

test('the blocks of the selection are moved up and down, past whatever is there', () => {
  const state = draft(leveled(1, 'One'), quote('Words'), withAttrs(leveled(1, 'Two'), { anchor: 'two' }))
  const up = press(withCaret(state, 14), moveUp)
  expect(shape(up.doc)).toEqual(['numberedParagraph: One', 'numberedParagraph: Two', 'quotation: Words'])
  expect(up.doc.child(1).attrs.anchor).toBe('two')
  expect(up.selection.$from.parent.textContent).toBe('Two')
  const top = press(up, moveUp)
  expect(moveUp(top)).toBe(false)
  expect(press(press(top, moveDown), moveDown).doc.eq(state.doc)).toBe(true)
  const both = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 2, 8)))
  expect(shape(press(both, moveDown).doc)[0]).toBe('numberedParagraph: Two')
})

test('what stands in a table moves with the table', () => {
  const table = block('table', block('tableRow', block('tableCell', block('paragraph', 'One'))))
  const state = draft(table, block('paragraph', 'After'))
  expect(shape(press(withCaret(state, 5), moveDown).doc)).toEqual(['paragraph: After', 'table: One'])
})
