import { expect, test } from 'vitest'
import { searchArticles } from '../articles/search.ts'
import { correctArticle } from '../articles/store.ts'
import { storeArticle, temporaryDatabase } from '../fixtures/temporaryArchive.ts'
import { indexWaiting, prepareIndex } from './writeIndex.ts'

test('by publisher, the newest of each first, what has none last; and as it is after a change', () => {
  const opened = temporaryDatabase()
  const { db } = opened
  prepareIndex(db)
  const add = (title: string, publisher: string | null, publishedOn: string | null) =>
    storeArticle(opened, [`The harbour, ${title}.`], { title, publisher, publishedOn })
  add('a', 'Zennor Echo', '2024-01-01')
  add('b', null, '2024-03-01')
  const c = add('c', 'Échos', '2024-01-01')
  add('d', 'Evening Ledger', '2024-01-01')
  add('e', 'Évening Ledger', null)
  add('f', 'Échos', '2024-02-01')
  add('g', 'Échos', null)
  const titles = (words: string) => {
    while (indexWaiting(db));
    const asked = { limit: 30, offset: 0, kinds: ['article'], collapse: true, today: '2024-12-15' } as const
    return searchArticles(db, { ...asked, words, order: 'publisher' })
      .hits.map(({ title }) => title)
      .join('')
  }
  expect(titles('harbour ')).toBe('fcgdeab')
  expect(titles('')).toBe('fcgdeab')
  correctArticle(db, c, { publisher: 'Zennor Echo' }, '2024-12-15T09:12:00.000Z')
  expect(titles('harbour ')).toBe('fgdecab')
})
