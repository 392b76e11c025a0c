import { type EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { citationName } from '../citationName.ts'
import { partSeparator, partWords } from '../citedParts.ts'
import { block, cite, draft, quote, withAttrs, withCaret } from '../fixtures.ts'
import {
  citationAtCaret,
  citationBefore,
  joinCitations,
  locate,
  splitCitation,
  targetsOf,
} from './citationParts.ts'

const selected = (state: EditorState, at: number): EditorState =>
  state.apply(state.tr.setSelection(NodeSelection.create(state.doc, at)))

test('the citation at the caret is the one selected or just before it, or the quotation around it', () => {
  const state = draft(block('paragraph', 'So', cite('h1'), ' on'), quote('Words'))
  expect(citationAtCaret(withCaret(state, 4))?.at).toBe(3)
  expect(citationAtCaret(selected(state, 3))?.at).toBe(3)
  const spanned = TextSelection.create(state.doc, 3, 4)
  expect(citationAtCaret(state.apply(state.tr.setSelection(spanned)))?.at).toBe(3)
  expect(citationAtCaret(withCaret(state, 5))).toBeNull()
  expect(citationAtCaret(withCaret(state, 10))?.node.type.name).toBe('quotation')
})

test('two citations with nothing but spaces between become one, and one of several is split again', () => {
  const state = withCaret(draft(block('paragraph', 'So', cite('h1'), ' ', cite('h2'), '.')), 6)
  const second = citationAtCaret(state)!
  const joined = state.apply(joinCitations(state, citationBefore(state, second)!, second))
  expect(joined.doc.child(0).childCount).toBe(3)
  const one = citationAtCaret(joined)!
  expect(targetsOf(one.node).map(({ highlightId }) => highlightId)).toEqual(['h1', 'h2'])
  const split = joined.apply(splitCitation(joined, one))
  expect(split.doc.child(0).children.map(({ attrs }) => attrs.highlightId)).toEqual([
    undefined,
    'h1',
    'h2',
    undefined,
  ])
  expect(split.selection.from).toBe(5)
})

test('what both cite is cited once, unless in two places of the source', () => {
  const join = (second: ReturnType<typeof cite>) => {
    const state = withCaret(draft(block('paragraph', cite('h1'), second)), 3)
    const at = citationAtCaret(state)!
    return targetsOf(
      state
        .apply(joinCitations(state, citationBefore(state, at)!, at))
        .doc.child(0)
        .child(0),
    )
  }
  expect(join(cite('h1'))).toHaveLength(1)
  expect(join(withAttrs(cite('h1'), { locator: 'page 2' }))).toHaveLength(2)
})

test('words between two citations keep them apart', () => {
  const state = withCaret(draft(block('paragraph', cite('h1'), ' and ', cite('h2'))), 8)
  expect(citationBefore(state, citationAtCaret(state)!)).toBeNull()
})

test('each source has its own locator; an empty one is none', () => {
  const both = withAttrs(cite('h1'), { alsoCites: [{ ...cite('h2').attrs, locator: 'page 9' }] })
  const state = withCaret(draft(block('paragraph', both)), 2)
  const located = state.apply(locate(state, citationAtCaret(state)!, [' page  4 ', '']))
  expect(targetsOf(located.doc.child(0).child(0)).map(({ locator }) => locator)).toEqual(['page 4', null])
  const quoted = withCaret(draft(quote('Words')), 2)
  const there = quoted.apply(locate(quoted, citationAtCaret(quoted)!, ['page 4']))
  expect(there.doc.child(0).attrs).toMatchObject({ locator: 'page 4', exact: 'Words' })
})

test('a citation is drawn and named with all that it cites', () => {
  const target = { articleId: 'a1', version: 1, highlightId: 'h1', locator: null }
  const located = { ...target, locator: 'page 4' }
  const source = { title: 'News', publisher: 'Post', trouble: null }
  expect(partWords(3, target)).toBe('3')
  expect(partWords(3, located)).toBe('3, page 4')
  expect(partWords(null, target)).toBe('–')
  expect(partWords(null, { ...target, articleId: '' })).toBe('?')
  expect([partSeparator([target, target]), partSeparator([target, located])]).toEqual([', ', '; '])
  expect(citationName([{ target: located, number: 3, source }])).toBe('Citation 3, page 4: ‘News’, Post')
  expect(
    citationName([
      { target: located, number: 3, source },
      { target, number: 7, source: null },
    ]),
  ).toBe('Citations 3, page 4: ‘News’, Post; 7')
  expect(citationName([{ target, number: null, source: null }])).toBe(
    'Citation in an annex that goes into no pack',
  )
  expect(citationName([{ target: { ...target, articleId: '' }, number: null, source: null }])).toBe(
    'Citation without a source',
  )
})
