import { expect, test } from 'vitest'
import { folderWith } from '../../fixtures/sourceFolder.ts'
import { temporaryBackend } from '../../fixtures/temporaryArchive.ts'
import { zipBytes } from '../fixtures/hostile/zipBytes.ts'

const texts = (count: number): Uint8Array =>
  zipBytes(
    Array.from({ length: count }, (_, i) => ({
      name: `${i}.txt`,
      data: new TextEncoder().encode(`Cutting number ${i}\n\nIt says ${i} and nothing more.\n`),
    })),
  )

test('an archive whose files are known can be cancelled between them, and the next import goes on', async () => {
  const backend = await temporaryBackend()
  const paths = [folderWith({ 'week.zip': texts(200) })]
  expect((await backend.call('articles.importPaths', { paths })).lines).toHaveLength(200)
  const stop = backend.onEvent(({ name }) => {
    if (name === 'job.progress') void backend.call('jobs.cancel', { jobId: 'again' })
  })
  const { lines, unread } = await backend.call('articles.importPaths', { jobId: 'again', paths })
  expect([lines.length < 200, unread]).toEqual([true, 1])
  stop()
  expect((await backend.call('articles.importPaths', { paths })).lines).toHaveLength(200)
})
