import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DocumentNode } from './briefing.ts'
import { referenceWords } from './crossReferences.ts'
import { labelDepth } from './numbering.ts'
import { walkBriefing } from './walk.ts'

const block = (
  type: string,
  attrs: Record<string, unknown> = {},
  ...content: DocumentNode[]
): DocumentNode => ({
  type,
  attrs,
  content,
})
const paragraph = (level: number, attrs = {}) => block('numberedParagraph', { level, ...attrs })
const annex = (attrs = {}) => block('annexTitle', attrs)
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content })

function labels(draft: DocumentNode): (string | null)[] {
  const found: (string | null)[] = []
  walkBriefing(draft, (node, { label }) => {
    if (node !== draft) found.push(label)
  })
  return found
}
function places(draft: DocumentNode): (string | null)[] {
  const found: (string | null)[] = []
  walkBriefing(draft, (node, { paragraph }) => {
    if (node !== draft) found.push(paragraph)
  })
  return found
}

describe('numbers', () => {
  test('run through three levels, and start again under each', () => {
    const draft = doc(...[1, 2, 2, 3, 3, 1, 3, 2].map(level => paragraph(level)))
    expect(labels(draft)).toEqual(['1', '1.1', '1.2', '(a)', '(b)', '2', '(a)', '2.1'])
    expect(places(draft)).toEqual(['1', '1.1', '1.2', '1.2(a)', '1.2(b)', '2', '2(a)', '2.1'])
  })

  test('what has nothing above it is of the first level', () => {
    expect(labels(doc(paragraph(3), paragraph(2)))).toEqual(['1', '1.1'])
  })

  test('say how deep they stand, also where nothing stands above', () => {
    const drafts = [doc(paragraph(2), paragraph(3)), doc(...[1, 2, 3].map(level => paragraph(level)))]
    expect(drafts.map(draft => labels(draft).map(label => labelDepth(label!)))).toEqual([
      [1, 3],
      [1, 2, 3],
    ])
    expect(['12A', '12A.1', '12.1A', '(aa)', 'A1', 'A1.1'].map(labelDepth)).toEqual([1, 2, 2, 3, 1, 2])
  })

  test('start again in an annex, after its letter', () => {
    expect(labels(doc(paragraph(1), annex(), paragraph(1), paragraph(2), annex(), paragraph(1)))).toEqual([
      '1',
      'A',
      'A1',
      'A1.1',
      'B',
      'B1',
    ])
  })

  test('recommendations have letters within their run, and are found by the paragraph above', () => {
    const draft = doc(
      paragraph(1),
      block('recommendation'),
      block('recommendation'),
      paragraph(1),
      block('recommendation'),
    )
    expect(labels(draft)).toEqual(['1', '(a)', '(b)', '2', '(a)'])
    expect(places(draft)).toEqual(['1', '1(a)', '1(b)', '2', '2(a)'])
  })

  test('tables and footnotes have one series each through the whole pack', () => {
    const note = { type: 'footnote', attrs: { text: 'Note' } }
    const draft = doc(
      block('tableCaption'),
      block('paragraph', {}, note),
      annex(),
      block('tableCaption', {}, note),
    )
    expect(labels(draft)).toEqual(['1', null, '1', 'A', '2', '2'])
  })
})

describe('after an issue', () => {
  test('nothing is renumbered: what comes between gets a letter, what comes last the next number', () => {
    const draft = doc(
      paragraph(1),
      paragraph(1, { issued: '1' }),
      paragraph(1),
      paragraph(1),
      paragraph(1, { issued: '2' }),
      paragraph(1),
    )
    expect(labels(draft)).toEqual(['0A', '1', '1A', '1B', '2', '3'])
  })

  test('a removed paragraph leaves a gap', () => {
    expect(labels(doc(paragraph(1, { issued: '1' }), paragraph(1, { issued: '3' }), paragraph(1)))).toEqual([
      '1',
      '3',
      '4',
    ])
  })

  test('sub-paragraphs and annexes likewise', () => {
    const draft = doc(
      paragraph(1, { issued: '1' }),
      paragraph(2, { issued: '1.1' }),
      paragraph(2),
      paragraph(2, { issued: '1.2' }),
      paragraph(3, { issued: '(a)' }),
      paragraph(3),
      paragraph(3, { issued: '(b)' }),
      annex({ issued: 'A' }),
      annex(),
      annex({ issued: 'B' }),
    )
    expect(labels(draft)).toEqual(['1', '1.1', '1.1A', '1.2', '(a)', '(aa)', '(b)', 'A', 'AA', 'B'])
  })

  test('no two paragraphs of a series share a label, whatever was issued and moved', () => {
    const one = fc.record({
      issued: fc.option(fc.constantFrom('1', '2', '3', '1A', '1.1', '(a)'), { nil: null }),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), all => {
        const unique = all.filter(
          (a, i) => a.issued === null || all.findIndex(b => b.issued === a.issued) === i,
        )
        const firsts = labels(doc(...unique.map(attrs => paragraph(1, attrs))))
        expect(new Set(firsts).size).toBe(firsts.length)
        expect(firsts).not.toContain(null)
      }),
    )
  })
})

describe('letters after an issue', () => {
  const recommendation = (attrs = {}) => block('recommendation', attrs)

  test('what comes before the first of all begins with the last letter, as in an Act', () => {
    const late = [recommendation(), recommendation({ issued: '(a)' }), recommendation()]
    expect(labels(doc(...late, recommendation({ issued: '(b)' })))).toEqual(['(za)', '(a)', '(aa)', '(b)'])
    expect(labels(doc(annex(), annex({ issued: 'A' }), annex(), annex({ issued: 'B' })))).toEqual([
      'ZA',
      'A',
      'AA',
      'B',
    ])
  })

  test('are never given twice, however many there are', () => {
    const series = fc.constantFrom<[typeof annex, (letter: string) => string]>(
      [recommendation, letter => `(${letter.toLowerCase()})`],
      [annex, letter => letter],
    )
    const issued = fc.uniqueArray(fc.constantFrom('A', 'B', 'Z', 'AA', 'AB', 'ZA'), { maxLength: 4 })
    const between = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(series, issued, between, ([make, label], letters, counts) => {
        const members = counts.flatMap((count, i) => [
          ...Array.from({ length: count }, () => make()),
          ...(letters[i] === undefined ? [] : [make({ issued: label(letters[i]) })]),
        ])
        const given = labels(doc(...members))
        expect(new Set(given).size).toBe(given.length)
      }),
    )
  })
})

describe('cross-references', () => {
  test('lead nowhere where an annex goes into no pack', () => {
    const draft = doc(annex({ edition: 'none', anchor: 'a' }), paragraph(1, { anchor: 'p' }))
    expect(referenceWords(draft).size).toBe(0)
  })

  test('say what a block is called, wherever it stands', () => {
    const draft = doc(
      { type: 'heading', attrs: { level: 1, anchor: 'h' }, content: [{ type: 'text', text: 'Timing' }] },
      paragraph(1),
      paragraph(2, { anchor: 'p' }),
      block('recommendation', { anchor: 'r' }),
      block('tableCaption', { anchor: 't' }),
      annex({ anchor: 'a' }),
    )
    expect(Object.fromEntries(referenceWords(draft))).toEqual({
      h: '‘Timing’',
      p: 'paragraph 1.1',
      r: 'recommendation 1.1(a)',
      t: 'Table 1',
      a: 'Annex A',
    })
  })
})

test('the letters of annexes follow the order of the layout; one left out has none', () => {
  const generated = (kind: string, edition = 'full') => ({ kind, edition, issued: null })
  const cited = block('paragraph', {}, { type: 'citation', attrs: { articleId: 'a1', version: 1 } })
  const draft = {
    ...doc(cited, annex(), annex({ edition: 'none' }), annex()),
    attrs: {
      layout: { annexes: [generated('evidence'), { kind: 'written' }, generated('sources', 'none')] },
    },
  }
  expect(labels(draft)).toEqual([null, null, 'B', '', 'C'])
})
