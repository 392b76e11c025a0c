import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DocumentNode } from '../../shared/document/briefing.ts'
import { citationKey, citationTargets, numberCitations } from '../../shared/document/citations.ts'
import { referenceWords } from '../../shared/document/crossReferences.ts'
import { type Place, walkBriefing } from '../../shared/document/walk.ts'
import { type FootnoteFacts, factsIn, type ReferenceFacts, withSources } from './briefingFacts.ts'
import { citationName } from './citationName.ts'
import type { CitationFacts } from './citedParts.ts'
import { findWords } from './findInDraft.ts'
import { block, cite, draft, footnote, leveled, quote, reference, text } from './fixtures.ts'
import { positionAtPath } from './nodeAtPath.ts'
import { outline } from './outline.ts'
import { placesInWords } from './placesInWords.ts'
import { positionOfCitation } from './positionOfCitation.ts'
import { printedAttributes } from './printedAttributes.ts'

const numbered = block('numberedParagraph', 'So', cite('h1'), ' and', cite('h2'), cite('h1'))
const inAnnex = block('numberedParagraph', 'In the annex', cite('h1'))
const sample = [
  numbered,
  quote('Words'),
  block('annexTitle', 'Figures'),
  block('bulletList', block('listItem', block('paragraph', 'Item', cite('h3')))),
  inAnnex,
]
const paper = [
  ...sample,
  leveled(2, 'Under', footnote('A note.')),
  leveled(3, 'Under that', { ...cite('h1'), attrs: { ...cite('h1').attrs, alsoCites: [cite('h4').attrs] } }),
  { ...block('recommendation', 'to go', reference('t')), attrs: { verb: 'agree', response: true } },
  { ...block('tableCaption', 'Totals'), attrs: { anchor: 't' } },
  block('table', block('tableRow', block('tableCell', block('paragraph', 'One', footnote('In a cell.'))))),
  { type: 'pageBreak' },
]

test('every number, letter and word that is computed is that of the shared rules, whatever the draft', () => {
  const any = fc.array(fc.constantFrom(...paper), { minLength: 1, maxLength: 14 })
  fc.assert(
    fc.property(any, content => {
      const state = draft(...content)
      const { doc } = state
      const { decorations, passages } = factsIn(state)
      const json = doc.toJSON() as DocumentNode
      const references = referenceWords(json)
      expect([...passages]).toEqual([...numberCitations(json)])
      const places: Place[] = []
      walkBriefing(json, (_node, place) => places.push(place))
      let visited = 1
      doc.descendants((node, pos) => {
        const place = places[visited++]!
        const own = decorations
          .find(pos, pos + 1)
          .find(each => each.from === pos && each.to === pos + node.nodeSize)
        const { attrs, spec } = (own as unknown as Drawn | undefined)?.type ?? { attrs: {}, spec: {} }
        switch (node.type.name) {
          case 'numberedParagraph':
          case 'tableCaption':
            return expect(attrs['data-number']).toBe(place.label)
          case 'annexTitle':
          case 'recommendation':
            return expect(attrs['data-letter']).toBe(place.label)
          case 'footnote':
            return expect(spec.label).toBe(place.label)
          case 'crossReference':
            return expect(spec.words).toBe(references.get('t') ?? null)
          case 'citation':
            return expect(spec.parts?.map(({ number }) => number)).toEqual(
              citationTargets(node.toJSON()).map(target => passages.get(citationKey(target))?.number),
            )
          default:
            return true
        }
      })
      expect(visited).toBe(places.length)
    }),
  )
})

interface Drawn {
  type: {
    attrs: Record<string, string>
    spec: Partial<CitationFacts & FootnoteFacts & ReferenceFacts>
  }
}

test('lists, quotations and recommendations stand under the words of the paragraph before them', () => {
  const list = block('bulletList', block('listItem', block('paragraph', 'Item')))
  const state = draft(
    numbered,
    leveled(2, 'Under'),
    list,
    quote('Words'),
    block('paragraph', 'Plain'),
    list,
    leveled(3, 'Under'),
    { ...block('recommendation', 'to go'), attrs: { verb: 'agree' } },
  )
  const attributesOf = printedAttributes(factsIn(state).content)
  const found: (string | undefined)[] = []
  walkBriefing(factsIn(state).content, (node, place) => {
    const { 'data-inset': inset, 'data-depth': depth } = attributesOf(node, place)
    if (factsIn(state).content.content?.includes(node)) found.push(inset ?? depth)
  })
  expect(found).toEqual(['1', '2', '2', '2', undefined, undefined, '3', '3'])
})

test('a citation is drawn again only when its number or its source has changed', () => {
  const state = draft(numbered)
  const typed = state.apply(state.tr.insertText('And s', 1))
  const partsIn = (of: typeof state) =>
    factsIn(of)
      .decorations.find()
      .flatMap(each => (each.spec.parts ? [each.spec.parts] : []))
  const [first] = partsIn(state)
  expect(partsIn(typed)[0]).toBe(first)
  const named = state.apply(
    withSources(state.tr, new Map([['highlight:h1', { title: 'News', publisher: 'Post', trouble: null }]])),
  )
  expect(partsIn(named)[0]).not.toBe(first)
  expect(citationName(partsIn(named)[0])).toBe('Citation 1: ‘News’, Post')
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
  const also = draft(...paper).doc
  expect(also.nodeAt(positionOfCitation(also, 'highlight:h4')!)?.attrs.highlightId).toBe('h1')
})

test('finding goes over bold and citations, and takes either kind of quotation mark', () => {
  const { doc } = draft(
    block('paragraph', 'Italy’s ', { ...text('POL'), marks: [{ type: 'bold' }] }, 'ice', cite('h1')),
  )
  expect(findWords(doc, "italy's police")).toEqual([{ from: 1, to: 15 }])
  expect(findWords(doc, '')).toEqual([])
})
