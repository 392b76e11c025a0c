import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DocumentNode } from '../../shared/document/briefing.ts'
import { numberCitations } from '../../shared/document/citations.ts'
import { walkBriefing } from '../../shared/document/walk.ts'
import { factsIn } from './briefingFacts.ts'
import { findWords } from './findInDraft.ts'
import { block, cite, draft, quote, text } from './fixtures.ts'
import { positionAtPath } from './nodeAtPath.ts'
import { outline } from './outline.ts'
import { placesInWords } from './placesInWords.ts'
import { positionOfCitation } from './positionOfCitation.ts'

const numbered = block('numberedParagraph', 'So', cite('h1'), ' and', cite('h2'), cite('h1'))
const sample = [
  numbered,
  quote('Words'),
  block('annexTitle', 'Figures'),
  block('bulletList', block('listItem', block('paragraph', 'Item', cite('h3')))),
  block('numberedParagraph', 'In the annex', cite('h1')),
]

test('paragraph numbers and citation numbers are those of the shared rules, whatever the draft', () => {
  const any = fc.array(fc.constantFrom(...sample), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(any, content => {
      const state = draft(...content)
      const { doc } = state
      const { decorations, passages } = factsIn(state)
      const json = doc.toJSON() as DocumentNode
      expect([...passages]).toEqual([...numberCitations(json)])
      const labels: (string | null)[] = []
      walkBriefing(json, (node, place) => {
        if (node.type === 'numberedParagraph') labels.push(place.paragraph)
      })
      const drawn: unknown[] = []
      doc.descendants((node, pos) => {
        if (node.type.name !== 'numberedParagraph') return
        const own = decorations.find(pos, pos + 1).filter(d => d.from === pos)
        drawn.push((own[0] as unknown as { type: { attrs: object } }).type.attrs)
      })
      expect(drawn).toEqual(labels.map(label => ({ 'data-number': label })))
    }),
  )
})

test('the names of sources are no change of the text', () => {
  const state = draft(...sample)
  const next = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 2)))
  expect(factsIn(next)).toBe(factsIn(state))
})

test('the outline names headings and annexes with the index of their block', () => {
  const { doc } = draft({ ...block('heading', 'Issue'), attrs: { level: 1 } }, ...sample)
  expect(outline(doc.toJSON())).toEqual([
    { level: 1, text: 'Issue', index: 0 },
    { level: 1, text: 'Annex A: Figures', index: 3 },
  ])
})

test('where each highlight is cited, in words and once', () => {
  expect(placesInWords(numberCitations(block('doc', ...sample)))).toEqual({
    h1: ['paragraph 1', 'paragraph A1'],
    h2: ['paragraph 1'],
    q1: ['paragraph 1'],
    h3: ['Annex A'],
  })
})

test('paths and citation keys lead to their nodes', () => {
  const { doc } = draft(...sample)
  const step = (node: Node, path: number[]): void => {
    node.forEach((child, _offset, index) => {
      const here = [...path, index]
      expect(doc.nodeAt(positionAtPath(doc, here)!)).toBe(child)
      step(child, here)
    })
  }
  step(doc, [])
  expect(positionAtPath(doc, [99])).toBeNull()
  expect(doc.nodeAt(positionOfCitation(doc, 'highlight:h3')!)?.attrs.highlightId).toBe('h3')
  expect(positionOfCitation(doc, 'highlight:none')).toBeNull()
})

test('finding goes over bold and citations, and takes either kind of quotation mark', () => {
  const { doc } = draft(
    block('paragraph', 'Italy’s ', { ...text('POL'), marks: [{ type: 'bold' }] }, 'ice', cite('h1')),
  )
  expect(findWords(doc, "italy's police")).toEqual([{ from: 1, to: 15 }])
  expect(findWords(doc, '')).toEqual([])
})
