import { expect, test } from 'vitest'
import { folderWith } from '../fixtures/sourceFolder.ts'
import { temporaryBackend } from '../fixtures/temporaryArchive.ts'

test('articles, passages, notes and packs are found in one list, the source first, copies once', async () => {
  const backend = await temporaryBackend()
  const copy = Array.from(
    { length: 8 },
    (_, i) =>
      `The harbour office counted ${400 + i} boats in week ${i}, and asked for more berths on the south quay.`,
  ).join('\n\n')
  const files = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`outlet-${i}.txt`, `Boats return, says outlet ${i}\n\n${copy}\n`]),
  )
  const { lines } = await backend.call('articles.importPaths', { paths: [folderWith(files)] })
  const articleId = lines[0]!.articleId!
  await backend.call('highlights.createByQuote', {
    articleId,
    quote: 'counted 400 boats in week 0',
    note: 'Ask about berths',
    tags: ['Berths'],
  })
  await backend.call('packs.create', { template: 'submission', title: 'Boats and berths' })
  const search = async (words: string, limit = 30) =>
    backend.call('articles.search', {
      words,
      limit,
      collapse: true,
      kinds: ['article', 'highlight', 'note', 'pack'],
    })

  const { total, hits } = await search('boats ')
  expect(total).toBe(14)
  expect(hits.map(({ kind }) => kind)).toEqual(['article', expect.any(String), expect.any(String)])
  expect(hits[0]!.copies).toBe(11)
  expect(hits.map(({ kind }) => kind).sort()).toEqual(['article', 'note', 'pack'])
  expect((await search('boats ', 2)).hits).toHaveLength(2)
  expect((await search('tag:berths ')).hits.map(({ kind }) => kind)).toEqual(['note'])
  expect((await search('type:pack berths ')).hits.map(({ title }) => title)).toEqual(['Boats and berths'])
})
