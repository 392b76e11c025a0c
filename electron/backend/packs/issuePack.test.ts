import { readFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { DocumentNode } from '../../../shared/document/briefing.ts'
import { archiveFile } from '../database/openDatabase.ts'
import { type TestBackend, temporaryBackend } from '../fixtures/temporaryArchive.ts'
import { readPrinted } from '../pdf/readPrinted.testkit.ts'
import { findStaged } from '../staging.ts'

const numbered = (words: string): DocumentNode => ({
  type: 'numberedParagraph',
  content: [{ type: 'text', text: words }],
})

const bytesOf = (backend: TestBackend, staged: string): Buffer =>
  readFileSync(findStaged(backend.host.archiveFolder, staged)!.path)

async function packWith(backend: TestBackend, ...words: string[]) {
  const { packId } = await backend.call('packs.create', { template: 'submission', title: 'Ferry fares' })
  const { briefing, revision } = await backend.call('packs.get', { packId })
  const content = { type: 'doc', content: words.map(numbered) }
  await backend.call('packs.save', { packId, baseRevision: revision, briefing: { ...briefing, content } })
  return packId
}

async function putParagraph(backend: TestBackend, packId: string, index: number, words: string) {
  const { briefing, revision } = await backend.call('packs.get', { packId })
  const content = {
    ...briefing.content,
    content: briefing.content.content!.toSpliced(index, 0, numbered(words)),
  }
  await backend.call('packs.save', { packId, baseRevision: revision, briefing: { ...briefing, content } })
}

async function printedText(backend: TestBackend, packId: string): Promise<string> {
  const { staged } = await backend.call('packs.export', { packId, jobId: 'e1' })
  const { pages } = await readPrinted(bytesOf(backend, staged))
  return pages
    .flat()
    .map(({ text }) => text)
    .join(' ')
}

test('what was issued is kept byte for byte, and nothing is renumbered afterwards', async () => {
  const backend = await temporaryBackend()
  const packId = await packWith(backend, 'Fares rise in May.', 'Islanders object.')
  const issued = await backend.call('packs.issue', { packId, jobId: 'j1' })
  expect(issued.version).toBe('1.0')
  expect(await printedText(backend, packId)).not.toContain('Changes since')

  await putParagraph(backend, packId, 1, 'A late paper on discounts.')
  const again = await printedText(backend, packId)
  expect(again).toContain('Changes since version 1.0')
  expect(again).toContain('Paragraph 1A')
  expect(again).toMatch(/1A\.\s+A late paper on discounts\./)
  expect(again).toMatch(/2\.\s+Islanders object\./)

  expect((await backend.call('packs.issue', { packId, jobId: 'j2' })).version).toBe('1.1')
  const { issues } = await backend.call('packs.issues', { packId })
  expect(issues.map(({ version }) => version)).toEqual(['1.1', '1.0'])
  const first = await backend.call('packs.fetchIssue', { packId, version: '1.0' })
  const { elements } = await readPrinted(bytesOf(backend, first.staged))
  const words = elements.map(({ text }) => text).join('\n')
  expect(words).toContain('Islanders object.')
  expect(words).not.toContain('discounts')
  await expect(backend.call('packs.fetchIssue', { packId, version: '9.9' })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('a copy of an issued pack was never issued', async () => {
  const backend = await temporaryBackend()
  const packId = await packWith(backend, 'One.', 'Two.')
  await backend.call('packs.issue', { packId, jobId: 'j1' })
  const copy = await backend.call('packs.duplicate', { packId })
  await putParagraph(backend, copy.packId, 1, 'Between.')
  expect(await printedText(backend, copy.packId)).toMatch(/3\.\s+Two\./)
  expect((await backend.call('packs.issues', { packId: copy.packId })).issues).toEqual([])
})

test('a change of what was issued is seen by verify, and the bytes are not given out', async () => {
  const backend = await temporaryBackend()
  const packId = await packWith(backend, 'One.')
  await backend.call('packs.issue', { packId, jobId: 'j1' })
  const raw = new Sqlite(archiveFile(backend.host.archiveFolder))
  raw.exec('UPDATE issues SET pdf = zeroblob(9)')
  raw.close()
  await expect(backend.call('packs.fetchIssue', { packId, version: '1.0' })).rejects.toMatchObject({
    code: 'archive-damaged',
  })
  const { differences } = await backend.call('archive.verify', { jobId: 'v1' })
  expect(differences.map(({ what }) => what).join()).toContain('version 1.0')
})
