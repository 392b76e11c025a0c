import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { folderWith } from '../fixtures/sourceFolder.ts'
import { temporaryBackend, temporaryFolder } from '../fixtures/temporaryArchive.ts'

test('a damaged index is noticed by a search, said, and made anew', async () => {
  const folder = temporaryFolder()
  const logged: unknown[] = []
  const backend = await temporaryBackend(folder, { logError: error => logged.push(error) })
  await backend.call('articles.importPaths', {
    paths: [folderWith({ 'boats.txt': 'Boats return\n\nThe harbour office counted the boats this week.\n' })],
  })
  const other = new Sqlite(join(folder, 'archive.sqlite'))
  other.exec("UPDATE search_pages SET data = x'ffffff'")
  other.close()
  const fresh = await reopened(backend, folder, logged)
  const reply = await fresh.perform('articles.search', { words: 'harbour ' })
  expect(reply).toMatchObject({ ok: false, fault: { message: expect.stringContaining('being made anew') } })
  expect(logged).toHaveLength(1)
  await expect
    .poll(async () => (await fresh.call('articles.search', { words: 'harbour ' })).total, { timeout: 5000 })
    .toBe(1)
  expect((await fresh.call('archive.verify', {})).differences).toEqual([])
})

async function reopened(backend: { close(): Promise<void> }, folder: string, logged: unknown[]) {
  await backend.close()
  return temporaryBackend(folder, { logError: error => logged.push(error) })
}
