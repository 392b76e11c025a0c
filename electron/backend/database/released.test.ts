import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { folderWith } from '../fixtures/sourceFolder.ts'
import { temporaryBackend, temporaryFolder } from '../fixtures/temporaryArchive.ts'
import { migrations } from './migrations/index.ts'
import { archiveFile } from './openDatabase.ts'

/**
 * The archive of the first release, made by it: an article with two versions, two highlights and corrections, one in
 * the bin, and a pack.
 */
function firstRelease(): string {
  const folder = temporaryFolder()
  copyFileSync(join(import.meta.dirname, 'fixtures', 'archive-1.sqlite'), archiveFile(folder))
  return folder
}

const boats = 'a7b8035636de8'

test('an archive of the first release opens with every text, highlight, correction and pack as it was', async () => {
  const folder = firstRelease()
  const raw = new Sqlite(archiveFile(folder), { readonly: true })
  const texts = raw.prepare('SELECT text, text_sha256 FROM article_versions ORDER BY article, version').all()
  raw.close()

  const backend = await temporaryBackend(folder)
  expect(existsSync(join(folder, `archive-before-${migrations.length}.sqlite`))).toBe(true)
  const after = new Sqlite(archiveFile(folder), { readonly: true })
  expect(
    after.prepare('SELECT text, text_sha256 FROM article_versions ORDER BY article, version').all(),
  ).toEqual(texts)
  after.close()
  const article = await backend.call('articles.get', { articleId: boats })
  expect(article).toMatchObject({
    version: 2,
    publisher: 'The Evening Ledger',
    byline: null,
    publishedOn: '2024-12-14',
    corrected: ['byline', 'publisher'],
    evidence: { publisher: 'corrected by hand', byline: 'corrected by hand' },
    noText: null,
    tags: [],
    copies: 0,
  })
  const { highlights } = await backend.call('highlights.list', { articleId: boats })
  expect(highlights.map(({ exact, state }) => [exact, state])).toEqual([
    ['counted 412 boats', 'review'],
    ['Nobody was turned away', 'anchored'],
  ])
  expect((await backend.call('packs.list', {})).packs.map(({ title }) => title)).toEqual(['Winter berths'])
  expect((await backend.call('archive.removed', {})).items).toEqual([
    expect.objectContaining({ kind: 'article', title: 'Une bonne année pour le vin' }),
  ])
  const { total, hits } = await backend.call('articles.search', { words: 'ledger boats' })
  expect([total, hits[0]?.articleId]).toEqual([1, boats])
  expect((await backend.call('archive.verify', {})).differences).toEqual([])
})

test('its file added again is known, also under its address without what only says how a reader came', async () => {
  const backend = await temporaryBackend(firstRelease())
  const text = (figure: number) =>
    `Boats return to the winter harbour\n\nBy Ann Example\n\n14 December 2024\n\nThe harbour office counted ${figure} boats this week. It had expected 380, and asked for more berths on the south quay.\n\nNobody was turned away, a clerk said on Friday.\n\nhttps://ledger.example/news/boats`
  const [same] = (
    await backend.call('articles.importPaths', {
      paths: [folderWith({ 'again.txt': `${text(431)}?utm_source=mail\n` })],
    })
  ).lines
  expect(same).toMatchObject({ outcome: 'duplicate', articleId: boats })
  expect((await backend.call('articles.get', { articleId: boats })).evidence).toMatchObject({
    title: 'first line of the text',
    publisher: 'corrected by hand',
  })
  const [newer] = (
    await backend.call('articles.importPaths', { paths: [folderWith({ 'newer.txt': text(440) })] })
  ).lines
  expect(newer).toMatchObject({ outcome: 'version', articleId: boats })
  expect(newer!.reason).toContain('“counted 412 boats”')
})

test('its articles are found by address and title as those that came later are', async () => {
  const folder = firstRelease()
  const raw = new Sqlite(archiveFile(folder))
  raw
    .prepare(`UPDATE article_versions SET url = 'http://WWW.Ledger.example:80/news/boats/?utm_source=mail'`)
    .run()
  raw.close()
  const backend = await temporaryBackend(folder)
  const text = `Boats return to the winter harbour\n\nThe harbour office counted 440 boats this week. It had expected 380, and asked for more berths on the south quay.\n\nNobody was turned away, a clerk said on Friday.\n\nhttps://ledger.example/news/boats`
  const [newer] = (await backend.call('articles.importPaths', { paths: [folderWith({ 'newer.txt': text })] }))
    .lines
  expect(newer).toMatchObject({ outcome: 'version', articleId: boats })
})

test('its articles are joined by references that know their titles only', async () => {
  const backend = await temporaryBackend(firstRelease())
  const ris = 'TY  - NEWS\r\nTI  - Une bonne année pour le vin\r\nER  - \r\n'
  const [line] = (await backend.call('articles.importPaths', { paths: [folderWith({ 'refs.ris': ris })] }))
    .lines
  expect(line).toMatchObject({ outcome: 'added', articleId: expect.any(String) })
})
