import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DocumentNode } from './briefing.ts'
import { changesSince } from './changes.ts'
import { numberCitations } from './citations.ts'
import { asIssued, asUnissued, nextVersion } from './issuing.ts'
import { layoutOf } from './layout.ts'
import { walkBriefing } from './walk.ts'

const text = (words: string): DocumentNode => ({ type: 'text', text: words })
const cite = (highlightId: string): DocumentNode => ({
  type: 'citation',
  attrs: { articleId: 'a', version: 1, highlightId, locator: null },
})
const block = (type: string, ...content: DocumentNode[]): DocumentNode => ({ type, content })
const numbered = (words: string, ...more: DocumentNode[]) => block('numberedParagraph', text(words), ...more)
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content })
const issue = (content: DocumentNode) => asIssued(content, '1.0', '2026-12-16', 4)
const put = (draft: DocumentNode, index: number, node: DocumentNode): DocumentNode => ({
  ...draft,
  content: draft.content!.toSpliced(index, 0, node),
})
const without = (draft: DocumentNode, index: number): DocumentNode => ({
  ...draft,
  content: draft.content!.toSpliced(index, 1),
})

const draft = doc(
  block('heading', text('Issue')),
  numbered('One.', cite('h1')),
  numbered('Two.', cite('h2')),
  block('paragraph', text('Still two.')),
  numbered('Three.'),
  block('annexTitle', text('Chronology')),
  numbered('In the annex.'),
)

describe('a draft that was issued', () => {
  test('keeps its numbers, its letters and the numbers of its passages when more comes in', () => {
    const late = put(put(issue(draft), 2, numbered('Late.', cite('h9'))), 7, numbered('Late too.'))
    const labels: (string | null)[] = []
    walkBriefing(late, (node, { label }) => {
      if (node.type === 'numberedParagraph' || node.type === 'annexTitle') labels.push(label)
    })
    expect(labels).toEqual(['1', '1A', '2', '3', 'A', 'A0A', 'A1'])
    expect([...numberCitations(late)].map(([key, { number }]) => [key, number])).toEqual([
      ['highlight:h1', 1],
      ['highlight:h2', 2],
      ['highlight:h9', 3],
    ])
  })

  test('keeps the number of a passage that is no longer cited for itself', () => {
    const second = asIssued(without(issue(draft), 1), '1.1', '2026-12-17', 6)
    const third = put(second, 1, numbered('New.', cite('h3')))
    expect([...numberCitations(third).values()].map(({ number }) => number)).toEqual([2, 3])
    expect(layoutOf(second).issued?.passages).toEqual(['highlight:h1', 'highlight:h2'])
  })

  test('has versions in a row', () => {
    expect([null, '1.0', '1.9'].map(nextVersion)).toEqual(['1.0', '1.1', '1.10'])
  })

  test('can start another paper, which is numbered afresh', () => {
    const fresh = put(asUnissued(issue(draft)), 1, numbered('First now.'))
    expect(layoutOf(fresh).issued).toBeNull()
    const labels: (string | null)[] = []
    walkBriefing(fresh, (node, { label }) => {
      if (node.type === 'numberedParagraph') labels.push(label)
    })
    expect(labels).toEqual(['1', '2', '3', '4', 'A1'])
  })
})

describe('the changes since an issue', () => {
  test('are none where nothing changed', () => expect(changesSince(issue(draft), issue(draft))).toEqual([]))

  test('name what came in, what went, what reads otherwise, and where', () => {
    const issued = issue(draft)
    let now = put(issued, 2, numbered('Late.'))
    now = put(now, 5, block('paragraph', text('More on two.')))
    now = without(now, 6)
    expect(changesSince(issued, now)).toEqual([
      { kind: 'added', where: 'paragraph 1A', words: 'Late.', index: 2 },
      { kind: 'changed', where: 'paragraph 2', words: 'Two.', index: 3 },
      { kind: 'removed', where: 'paragraph 3', words: 'Three.', index: null, was: 4 },
    ])
  })

  test('a changed citation is a change; bold is none', () => {
    const issued = issue(draft)
    const recited = { ...issued, content: [...issued.content!] }
    recited.content[1] = { ...recited.content[1]!, content: [text('One.'), cite('h7')] }
    expect(changesSince(issued, recited).map(({ where }) => where)).toEqual(['paragraph 1'])
    const bold = { ...issued, content: [...issued.content!] }
    bold.content[1] = {
      ...bold.content[1]!,
      content: [{ ...text('One.'), marks: [{ type: 'bold' }] }, cite('h1')],
    }
    expect(changesSince(issued, bold)).toEqual([])
  })

  test('what is put in or taken out anywhere is the only change told', () => {
    fc.assert(
      fc.property(fc.nat({ max: 6 }), fc.boolean(), (at, adds) => {
        const issued = issue(draft)
        const now = adds ? put(issued, at, numbered('Late words.')) : without(issued, at)
        const kinds = new Set(changesSince(issued, now).map(({ kind }) => kind))
        expect(kinds.size).toBeGreaterThan(0)
        if (adds) expect(changesSince(issued, now).some(({ words }) => words === 'Late words.')).toBe(true)
      }),
    )
  })
})
