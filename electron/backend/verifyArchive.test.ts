import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { archiveFile } from './database/openDatabase.ts'
import { folderWith } from './fixtures/sourceFolder.ts'
import { temporaryBackend, temporaryFolder } from './fixtures/temporaryArchive.ts'

test.each([
  [`UPDATE article_versions SET evidence = '{"title": fi'`, 'What is known of it cannot be read.'],
  [`UPDATE reference_records SET record = '{"title"'`, 'What is known of it cannot be read.'],
])('details that are damaged are named, and the check goes on (%s)', async (damage, what) => {
  const folder = temporaryFolder()
  const backend = await temporaryBackend(folder)
  const { lines } = await backend.call('articles.importPaths', {
    paths: [
      folderWith({
        'boats.txt': 'Boats return to the winter harbour\n\nNobody was turned away, a clerk said.\n',
        'refs.ris': 'TY  - NEWS\r\nTI  - Boats return to the winter harbour\r\nER  - \r\n',
      }),
    ],
  })
  const raw = new Sqlite(archiveFile(folder))
  raw.exec(damage)
  raw.close()
  const { differences, articles } = await backend.call('archive.verify', {})
  expect([articles, differences]).toEqual([1, [{ articleId: lines[0]!.articleId, what }]])
})
