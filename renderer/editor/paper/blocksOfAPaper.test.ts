import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { blockStyleIn, restyle } from '../blockStyles.ts'
import { block, caretBlock, draft, leveled, press, quote, shape, withAttrs, withCaret } from '../fixtures.ts'
import { insertPageBreak } from './pageBreaks.ts'
import { captionTable, enterTableBelow } from './tableCaptions.ts'
import { changeRecommendations } from './verbs.ts'

const table = block('table', block('tableRow', block('tableHeader', block('paragraph', 'Year'))))

test('a page break comes before the block where the caret is at its start, otherwise after it', () => {
  const state = draft(leveled(1, 'One'), leveled(1, 'Two'))
  const before = state.apply(insertPageBreak(withCaret(state, 6)))
  expect(shape(before.doc)).toEqual(['numberedParagraph: One', 'pageBreak: ', 'numberedParagraph: Two'])
  const after = withCaret(state, 3)
  expect(shape(after.apply(insertPageBreak(after)).doc)).toEqual(shape(before.doc))
  const atEnd = withCaret(state, 8)
  const last = atEnd.apply(insertPageBreak(atEnd))
  expect(shape(last.doc).slice(2)).toEqual(['pageBreak: ', 'paragraph: '])
  expect(caretBlock(last)).toBe(3)
  expect(blockStyleIn(last)).toBe('paragraph')
})

test('a page break in a table comes after the table', () => {
  const state = withCaret(draft(table), 5)
  expect(shape(state.apply(insertPageBreak(state)).doc).map(line => line.split(':')[0])).toEqual([
    'table',
    'pageBreak',
    'paragraph',
  ])
})

test('the table at the caret is given one caption; Enter in it goes into the table', () => {
  const state = withCaret(draft(block('paragraph', 'So:'), table), 10)
  const captioned = state.apply(captionTable(state)!)
  expect(shape(captioned.doc)).toEqual(['paragraph: So:', 'tableCaption: ', 'table: Year'])
  expect(caretBlock(captioned)).toBe(1)
  const inTable = press(captioned, enterTableBelow)
  expect(inTable.selection.$from.parent.textContent).toBe('Year')
  const again = inTable.apply(captionTable(inTable)!)
  expect(again.doc.eq(captioned.doc)).toBe(true)
  expect(caretBlock(again)).toBe(1)
  expect(captionTable(withCaret(state, 2))).toBeNull()
  expect(enterTableBelow(withCaret(draft(block('tableCaption', 'Alone')), 2))).toBe(false)
})

test('the recommendations of the selection change their verb and their response line', () => {
  const plain = draft(block('recommendation', 'to go'), block('paragraph', 'And'), block('recommendation'))
  const state = plain.apply(plain.tr.setSelection(TextSelection.create(plain.doc, 3, 13)))
  const changed = state.apply(changeRecommendations(state, { verb: 'note', response: false })!)
  expect(changed.doc.child(0).attrs).toMatchObject({ verb: 'note', response: false })
  expect(changed.doc.child(2).attrs).toMatchObject({ verb: 'note', response: false })
  expect(changeRecommendations(withCaret(plain, 9), { verb: 'note' })).toBeNull()
})

test('a style changes the blocks of the selection and no quotation; references to them hold', () => {
  const heading = withAttrs(block('heading', 'Timing'), { level: 3, anchor: 'x' })
  const issued = withAttrs(leveled(2, 'Two'), { anchor: 'y', issued: '1.1' })
  const plain = draft(heading, quote('Words'), issued)
  const state = plain.apply(plain.tr.setSelection(TextSelection.create(plain.doc, 2, 18)))
  const numbered = state.tr
  restyle(numbered, 'numberedParagraph')
  expect(
    numbered.doc.children.map(({ type, attrs }) => [type.name, attrs.level, attrs.anchor, attrs.issued]),
  ).toEqual([
    ['numberedParagraph', 1, 'x', null],
    ['quotation', undefined, undefined, undefined],
    ['numberedParagraph', 1, 'y', null],
  ])
  const second = state.tr
  restyle(second, 'numberedParagraph2')
  expect(second.doc.lastChild?.attrs).toMatchObject({ level: 2, issued: '1.1' })
  const title = state.tr
  restyle(title, 'annexTitle')
  expect(title.doc.firstChild?.attrs).toMatchObject({ anchor: 'x', edition: 'core' })
})

test('what stands at the caret is named, also where it is no style', () => {
  const state = draft(leveled(3, 'Deep'), { type: 'pageBreak' }, quote('Words'))
  expect(blockStyleIn(withCaret(state, 2))).toBe('numberedParagraph3')
  expect(blockStyleIn(withCaret(state, 9))).toBe('quotation')
  expect(blockStyleIn(state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 6))))).toBe(
    'pageBreak',
  )
})
