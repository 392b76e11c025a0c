import { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DocumentNode } from '../../../shared/document/briefing.ts'
import { layoutOf } from '../../../shared/document/layout.ts'
import { briefingSchema } from '../../../shared/document/schema.ts'
import { plainText } from '../../../shared/document/walk.ts'
import { changeLayout, listAnnexes, moveAnnex, setEdition } from './layoutCommands.ts'

const text = (words: string): DocumentNode => ({ type: 'text', text: words })
const annex = (title: string): DocumentNode[] => [
  { type: 'annexTitle', content: [text(title)] },
  { type: 'paragraph', content: [text(`What ${title} says.`)] },
]
const cited: DocumentNode = {
  type: 'numberedParagraph',
  content: [
    text('Stated.'),
    { type: 'citation', attrs: { articleId: 'a1', version: 1, highlightId: 'h1', locator: null } },
  ],
}
const draft = (...titles: string[]) =>
  EditorState.create({
    doc: Node.fromJSON(briefingSchema(), {
      type: 'doc',
      content: [cited, ...titles.flatMap(annex)],
    }),
  })
const json = (state: EditorState) => state.doc.toJSON() as DocumentNode
const names = (state: EditorState) => listAnnexes(json(state)).map(({ name }) => name)

test('the annexes in their printed order, each with its letter', () => {
  expect(names(draft('Costs', 'Dates'))).toEqual([
    'Annex A: Costs',
    'Annex B: Dates',
    'Annex C: Sources',
    'Annex D: Evidence',
    'Annex E: Source extracts',
  ])
})

test('two written annexes change places in the text, with all that is in them', () => {
  const before = draft('Costs', 'Dates')
  const after = before.apply(moveAnnex(before, 1, -1)!)
  expect(names(after).slice(0, 2)).toEqual(['Annex A: Dates', 'Annex B: Costs'])
  expect(plainText(json(after))).toBe('Stated.\nDates\nWhat Dates says.\nCosts\nWhat Costs says.')
})

test('a generated annex moves in the layout', () => {
  const before = draft('Costs')
  const after = before.apply(moveAnnex(before, 1, -1)!)
  expect(names(after).slice(0, 2)).toEqual(['Annex A: Sources', 'Annex B: Costs'])
  expect(plainText(json(after))).toBe(plainText(json(before)))
})

test('nothing moves past the ends', () => {
  expect(moveAnnex(draft('Costs'), 0, -1)).toBeNull()
  expect(moveAnnex(draft('Costs'), 3, 1)).toBeNull()
})

test('an annex that goes into no pack has no letter, and those after it move up', () => {
  const before = draft('Costs', 'Dates')
  const without = before.apply(setEdition(before, 0, 'none'))
  expect(names(without).slice(0, 3)).toEqual(['Costs', 'Annex A: Dates', 'Annex B: Sources'])
  const less = without.apply(setEdition(without, 2, 'none'))
  expect(names(less).slice(1, 4)).toEqual(['Annex A: Dates', 'Sources', 'Annex B: Evidence'])
})

test('the layout is an attribute of the document', () => {
  const before = draft()
  const after = before.apply(changeLayout(before, { cover: true }))
  expect(layoutOf(json(after)).cover).toBe(true)
  expect(layoutOf(json(before)).cover).toBe(false)
})

test('no move loses or doubles a word, and a move back undoes a move', () => {
  const move = fc.record({ index: fc.nat({ max: 5 }), by: fc.constantFrom<-1 | 1>(-1, 1) })
  fc.assert(
    fc.property(fc.array(move, { maxLength: 12 }), moves => {
      let state = draft('Costs', 'Dates', 'People')
      const all = new Set(plainText(json(state)).split('\n'))
      for (const { index, by } of moves) {
        const before = names(state)
        const tr = moveAnnex(state, index, by)
        if (tr === null) continue
        const moved = state.apply(tr)
        expect(names(moved.apply(moveAnnex(moved, index + by, -by as -1 | 1)!))).toEqual(before)
        state = moved
      }
      expect(new Set(plainText(json(state)).split('\n'))).toEqual(all)
      state.doc.check()
    }),
  )
})
