import { join } from 'node:path'

import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { searchArticles } from '../articles/search.ts'
import { folderWith } from '../fixtures/sourceFolder.ts'
import {
  storeArticle,
  temporaryBackend,
  temporaryDatabase,
  temporaryFolder,
} from '../fixtures/temporaryArchive.ts'
import { keepIndex } from './keepIndex.ts'
import { clearIndex, indexWaiting, prepareIndex } from './writeIndex.ts'

test('an index that another version made is made anew by who may write, and refused in words by who may not', async () => {
  const folder = temporaryFolder()
  const backend = await temporaryBackend(folder)
  const harbour = folderWith({
    'boats.txt': 'Boats return\n\nThe harbour office counted the boats this week.\n',
  })
  await backend.call('articles.importPaths', { paths: [harbour] })
  const other = new Sqlite(join(folder, 'archive.sqlite'))
  other.exec("UPDATE search_state SET maker = 'another'")
  other.close()

  const reader = await temporaryBackend(folder)
  expect(await reader.perform('articles.search', { words: 'harbour ' })).toMatchObject({
    ok: false,
    fault: { code: 'archive-in-use', message: expect.stringContaining('Another version of Despatch made') },
  })
  expect((await reader.call('articles.search', { words: '' })).total).toBe(1)
  await reader.close()
  await backend.close()

  const fresh = await temporaryBackend(folder)
  await expect
    .poll(async () => (await fresh.call('articles.search', { words: 'harbour ' })).total, { timeout: 5000 })
    .toBe(1)
  expect((await fresh.call('archive.verify', {})).differences).toEqual([])
})

test('while many documents wait to be indexed, a search says how many cannot be found yet; that none does is told once', async () => {
  const opened = temporaryDatabase()
  const { db } = opened
  prepareIndex(db)
  const many = 1040
  db.transaction(() => {
    for (let i = 0; i < many; i++) storeArticle(opened, [`The harbour was inspected for the ${i}th time.`])
  })()
  while (indexWaiting(db));
  const search = () =>
    searchArticles(db, {
      words: 'harbour ',
      limit: 1,
      offset: 0,
      kinds: ['article'],
      order: 'relevance',
      collapse: false,
      today: '2024-12-15',
    })
  expect(search()).toMatchObject({ total: many, waiting: 0 })
  clearIndex(db)
  indexWaiting(db)
  expect(search()).toMatchObject({ total: 32, waiting: many - 32 })
  while (indexWaiting(db));
  expect(search()).toMatchObject({ total: many, waiting: 0 })

  clearIndex(db)
  let told = 0
  const index = keepIndex(
    db,
    error => expect.fail(String(error)),
    () => {
      told++
      expect(search()).toMatchObject({ total: many, waiting: 0 })
    },
  )
  await index.settled()
  await index.settled()
  expect(told).toBe(1)
  await index.stop()
})
