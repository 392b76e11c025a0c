import { describe, expect, test } from 'vitest'
import type { Briefing, DocumentNode } from './briefing.ts'
import { openBriefing } from './open.ts'

const briefing = (...content: DocumentNode[]): Briefing => ({
  documentVersion: 1,
  head: { marking: 'OFFICIAL', to: '', from: '', date: '', copy: '', decisionBy: '', reference: '' },
  content: { type: 'doc', content },
})
const table = (attrs: Record<string, unknown>): DocumentNode => ({
  type: 'table',
  content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs, content: [{ type: 'paragraph' }] }] }],
})

describe('opening a briefing', () => {
  test.each([
    ['plain words', briefing({ type: 'paragraph', content: [{ type: 'text', text: 'Fine.' }] })],
    ['a table', briefing(table({ colspan: 2, rowspan: 1, colwidth: null }))],
    [
      'a list',
      briefing({
        type: 'orderedList',
        attrs: { start: 3, type: 'a' },
        content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
      }),
    ],
  ])('%s can be edited', (_, stored) => {
    expect(openBriefing(stored)).toEqual({ briefing: stored, readOnly: null })
  })

  test.each([
    ['an unknown node', briefing({ type: 'hologram' })],
    ['a node in the wrong place', briefing({ type: 'tableRow' })],
    ['a cell as wide as a wall', briefing(table({ colspan: 1e8 }))],
    ['a cell of no width', briefing(table({ colspan: -1 }))],
    ['a ninth level of heading', briefing({ type: 'heading', attrs: { level: 9 } })],
    ['a quotation declared otherwise', briefing({ type: 'quotation', attrs: { declared: 'true' } })],
  ])('%s is read only, with nothing stripped', (_, stored) => {
    expect(openBriefing(stored)).toEqual({
      briefing: stored,
      readOnly: expect.stringContaining('does not know'),
    })
  })
})
