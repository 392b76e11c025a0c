import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { block, draft, leveled, press, withAttrs, withCaret } from '../fixtures.ts'
import { nextInSeries } from '../numberedSeries.ts'

const issuedLayout = { issued: { version: '1.0', on: '2026-01-05', revision: 3, passages: [] } }

/** A draft, issued or not, with a name on every block that can have one. */
function named(isIssued: boolean): EditorState {
  const state = draft(
    withAttrs(block('heading', 'Issue at hand'), { level: 1, anchor: 'h' }),
    withAttrs(leveled(1, 'One matter'), { anchor: 'one', issued: '1' }),
    block('paragraph', 'Between them'),
    withAttrs(leveled(2, 'Under it'), { anchor: 'under', issued: '1.1' }),
    withAttrs(block('recommendation', 'to go on'), { anchor: 'go', issued: '(a)' }),
    withAttrs(block('annexTitle', 'Figures found'), { anchor: 'annex', issued: 'A' }),
    withAttrs(block('tableCaption', 'Totals by year'), { anchor: 'table' }),
    withAttrs(leveled(1, 'In the annex'), { anchor: 'last', issued: 'A1' }),
  )
  return isIssued ? state.apply(state.tr.setDocAttribute('layout', issuedLayout)) : state
}

type Edit = { does: 'split' | 'paste' | 'delete' | 'move'; a: number; b: number; c: number }
const edit: fc.Arbitrary<Edit> = fc.record({
  does: fc.constantFrom('split', 'paste', 'delete', 'move'),
  a: fc.nat(1000),
  b: fc.nat(1000),
  c: fc.nat(1000),
})

/** The edit at places that its numbers choose; null where it cannot be made there. */
function make({ doc, tr }: EditorState, { does, a, b, c }: Edit): Transaction | null {
  const place = (number: number) => number % (doc.content.size + 1)
  const [from, to] = [place(a), place(b)].sort((x, y) => x - y) as [number, number]
  if (does === 'split') return doc.resolve(from).depth === 1 ? tr.split(from) : null
  if (does === 'delete') return tr.delete(from, to)
  const slice = doc.slice(from, to)
  if (does === 'paste') return tr.replace(place(c), place(c), slice)
  tr.delete(from, to)
  const at = tr.mapping.map(place(c))
  return tr.replace(at, at, slice)
}

test('whatever is split, pasted, deleted and moved, no two blocks have the same name, and no name is lost or strays', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.array(edit, { minLength: 1, maxLength: 8 }), (isIssued, edits) => {
      let state = named(isIssued)
      for (const each of edits) {
        const tr = make(state, each)
        if (!tr?.docChanged) continue
        const next = state.apply(tr)
        next.doc.check()
        expect(duplicates(next.doc)).toEqual([])
        if (each.does === 'split' || each.does === 'paste') {
          const at =
            each.does === 'split' ? Math.min(...places(state, each)) : each.c % (state.doc.content.size + 1)
          expectKept(state.doc, next.doc, at)
        }
        state = next
      }
    }),
    { numRuns: 300 },
  )
})

const places = ({ doc }: EditorState, { a, b }: Edit) => [a, b].map(n => n % (doc.content.size + 1))

function duplicates(doc: Node): string[] {
  const names = doc.children.flatMap(({ type, attrs }) => [
    ...(attrs.anchor ? [attrs.anchor] : []),
    ...(attrs.issued ? [`${type.name} ${attrs.issued}`] : []),
  ])
  return names.filter((name, i) => names.indexOf(name) !== i)
}

/**
 * After something came in at `at`, each block that was there has its names where it stands now. One that is empty may
 * have given them to its words.
 */
function expectKept(before: Node, after: Node, at: number): void {
  const grown = after.content.size - before.content.size
  before.forEach(({ attrs, type }, start) => {
    const now = after.nodeAt(start < at ? start : start + grown)!
    expect(now.type).toBe(type)
    const { anchor, issued } = now.attrs
    if (now.content.size > 0) expect([anchor, issued]).toEqual([attrs.anchor, attrs.issued])
    else expect(after.children.map(child => child.attrs.anchor)).toContain(attrs.anchor)
  })
}

test('Enter keeps the names on the first half; a copy has none, wherever it is put', () => {
  const state = named(true)
  expect(namesIn(press(withCaret(state, 20), nextInSeries)).slice(1, 3)).toEqual([
    ['one', '1'],
    [null, null],
  ])
  const { doc } = state
  const copied = doc.slice(15, 27)
  expect(copied.content.childCount).toBe(1)
  const before = state.apply(state.tr.replace(0, 0, copied))
  expect(namesIn(before).slice(0, 3)).toEqual([
    [null, null],
    ['h', undefined],
    ['one', '1'],
  ])
  const after = state.apply(state.tr.replace(doc.content.size, doc.content.size, copied))
  expect(namesIn(after).at(-1)).toEqual([null, null])
})

test('a block left empty gives its names up to its words, wherever they were put', () => {
  const state = named(true)
  const { doc } = state
  const emptied = state.apply(state.tr.delete(16, 26))
  expect(namesIn(emptied)[1]).toEqual(['one', '1'])
  const pasted = emptied.apply(emptied.tr.insert(0, doc.child(1)))
  expect(namesIn(pasted).slice(0, 3)).toEqual([
    ['one', '1'],
    ['h', undefined],
    [null, null],
  ])
  const split = press(withCaret(state, 16), nextInSeries)
  expect(namesIn(split).slice(1, 3)).toEqual([
    [null, null],
    ['one', '1'],
  ])
})

test('what is cut and pasted elsewhere takes its names along', () => {
  const state = named(true)
  const cut = state.apply(state.tr.delete(15, 27))
  expect(namesIn(cut).flat()).not.toContain('one')
  const pasted = cut.apply(cut.tr.insert(cut.doc.content.size, state.doc.child(1)))
  expect(namesIn(pasted).at(-1)).toEqual(['one', '1'])
})

test('an issued label from another pack means nothing in a draft that was never issued', () => {
  const state = draft(block('paragraph', 'Here'))
  const pasted = state.apply(state.tr.insert(0, named(true).doc.child(1)))
  expect(namesIn(pasted)[0]).toEqual(['one', null])
})

test('labels that stand twice in an issued paper are left alone', () => {
  const run = withAttrs(block('recommendation', 'to go'), { issued: '(a)' })
  let state = draft(run, block('paragraph', 'And'), run)
  state = state.apply(state.tr.setDocAttribute('layout', issuedLayout))
  state = state.apply(state.tr.insertText('x', 3))
  expect(namesIn(state).map(([, issued]) => issued)).toEqual(['(a)', undefined, '(a)'])
})

const namesIn = ({ doc }: EditorState): unknown[][] =>
  doc.children.map(({ attrs }) => [attrs.anchor, attrs.issued])
