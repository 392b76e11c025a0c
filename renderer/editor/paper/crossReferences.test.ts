import { history, undo } from '@tiptap/pm/history'
import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { referenceWords } from '../../../shared/document/crossReferences.ts'
import { block, draft, footnote, leveled, quote, withAttrs, withCaret } from '../fixtures.ts'
import { insertReference, positionOfAnchor, referables } from './crossReferences.ts'
import { insertFootnote, rewordFootnote } from './footnotes.ts'

const long = 'The harbour board has asked for three more crossings a day from the first of March onwards'
const paper = [
  withAttrs(block('heading', 'Timing'), { level: 1 }),
  leveled(1, 'One matter', footnote('Noted.')),
  leveled(2, long),
  block('paragraph', 'Plain words'),
  withAttrs(block('recommendation', 'to go'), { verb: 'agree' }),
  block('heading'),
  block('tableCaption', 'Totals'),
  withAttrs(block('annexTitle', 'Left out'), { edition: 'none' }),
  leveled(1, 'Not printed'),
  block('annexTitle', 'Figures'),
]

test('what can be referred to is listed by what a reference would say, with its first words', () => {
  expect(referables(draft(...paper).doc.toJSON())).toEqual([
    { index: 0, says: '‘Timing’', words: 'Timing' },
    { index: 1, says: 'paragraph 1', words: 'One matter' },
    {
      index: 2,
      says: 'paragraph 1.1',
      words: 'The harbour board has asked for three more crossings a day from the…',
    },
    { index: 4, says: 'recommendation 1.1(a)', words: 'to go' },
    { index: 6, says: 'Table 1', words: 'Totals' },
    { index: 9, says: 'Annex A', words: 'Figures' },
  ])
})

test('a reference and the name that its block needs for it come, and go with undo, in one step', () => {
  const { doc } = draft(...paper)
  const state = withCaret(EditorState.create({ doc, plugins: [history()] }), 4)
  const next = state.apply(insertReference(state, 2)!)
  const { anchor } = next.doc.child(2).attrs
  const { target } = next.doc.child(0).child(1).attrs
  expect(target).toBe(anchor)
  expect(referenceWords(next.doc.toJSON()).get(target)).toBe('paragraph 1.1')
  expect(positionOfAnchor(next.doc, target)).toBe(doc.child(0).nodeSize + doc.child(1).nodeSize + 1)
  expect(next.selection.from).toBe(5)
  const again = next.apply(insertReference(next, 2)!)
  expect(again.doc.child(2).attrs.anchor).toBe(anchor)
  let undone = next
  undo(next, tr => {
    undone = next.apply(tr)
  })
  expect(undone.doc.eq(doc)).toBe(true)
})

test('a block may refer to itself; within a quotation nothing refers', () => {
  const own = withCaret(draft(leveled(1, 'One')), 2)
  expect(own.apply(insertReference(own, 0)!).doc.child(0).attrs.anchor).toMatch(/./)
  const state = withCaret(draft(leveled(1, 'One'), quote('Words')), 8)
  expect(insertReference(state, 0)).toBeNull()
  expect(insertFootnote(state, 'No.')).toBeNull()
})

test('a footnote is one paragraph of words, and can be reworded', () => {
  const state = withCaret(draft(block('paragraph', 'One two')), 4)
  const noted = state.apply(insertFootnote(state, ' Counted\nin winter. ')!)
  expect(noted.doc.child(0).child(1).attrs.text).toBe('Counted in winter.')
  const reworded = noted.apply(rewordFootnote(noted, 4, 'Counted in spring.')!)
  expect(reworded.doc.child(0).child(1).attrs.text).toBe('Counted in spring.')
  expect(rewordFootnote(noted, 1, 'Nothing')).toBeNull()
})
