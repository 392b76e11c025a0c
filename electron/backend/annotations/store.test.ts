import { describe, expect, test } from 'vitest'
import { storeArticle, temporaryDatabase } from '../fixtures/temporaryArchive.ts'
import { createHighlight, getHighlight, listHighlights, setHighlightRemoved } from './store.ts'

const now = '2024-12-16T10:00:00.000Z'

describe('a highlight', () => {
  test('never cuts a character in two', () => {
    const opened = temporaryDatabase()
    const articleId = storeArticle(opened, ['Smile 😀 now.'])
    const { start, end, exact } = createHighlight(
      opened.db,
      { articleId, version: 1, start: 7, end: 12 },
      {},
      now,
    )
    expect([start, end, exact]).toEqual([6, 12, '😀 now'])
    const before = createHighlight(opened.db, { articleId, version: 1, start: 0, end: 7 }, {}, now)
    expect(before.exact).toBe('Smile 😀')
  })

  test('outside the text, or of nothing but space, is refused', () => {
    const opened = temporaryDatabase()
    const articleId = storeArticle(opened, ['Short. '])
    for (const [start, end] of [
      [3, 3],
      [5, 2],
      [0, 99],
      [6, 7],
    ] as const) {
      expect(() => createHighlight(opened.db, { articleId, version: 1, start, end }, {}, now)).toThrow(
        expect.objectContaining({ code: 'invalid-input' }),
      )
    }
  })

  test('in the bin leaves the list and can still be cited', () => {
    const opened = temporaryDatabase()
    const articleId = storeArticle(opened, ['Kept for the packs that cite it.'])
    const { highlightId } = createHighlight(opened.db, { articleId, version: 1, start: 0, end: 4 }, {}, now)
    setHighlightRemoved(opened.db, highlightId, now)
    expect(listHighlights(opened.db, articleId)).toEqual([])
    expect(getHighlight(opened.db, highlightId)).toMatchObject({ exact: 'Kept', removed: true })
    setHighlightRemoved(opened.db, highlightId, null)
    expect(listHighlights(opened.db, articleId)).toHaveLength(1)
  })
})
