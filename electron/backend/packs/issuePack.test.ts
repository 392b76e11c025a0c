import { readFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
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

describe('only what was issued of this very pack counts as issued', () => {
  test('an issued draft put in as a new pack was never issued', async () => {
    const backend = await temporaryBackend()
    const packId = await packWith(backend, 'One.', 'Two.')
    await backend.call('packs.issue', { packId })
    const { briefing } = await backend.call('packs.get', { packId })
    const other = await backend.call('packs.put', { title: 'Another paper', briefing })
    await putParagraph(backend, other.packId, 1, 'Between.')
    await putParagraph(backend, other.packId, 0, 'First.')
    await putParagraph(backend, other.packId, 0, 'Before it.')
    const printed = await printedText(backend, other.packId)
    expect(printed).not.toContain('Changes since')
    expect(printed).toMatch(/5\.\s+Two\./)
    expect((await backend.call('packs.export', { packId: other.packId })).name).toMatch(/-v0-4\.pdf$/)
    expect((await backend.call('packs.issue', { packId: other.packId })).version).toBe('1.0')
  })

  test('nor was a pack that the issued draft of another is put into', async () => {
    const backend = await temporaryBackend()
    const packId = await packWith(backend, 'One.', 'Two.')
    await backend.call('packs.issue', { packId })
    const { briefing } = await backend.call('packs.get', { packId })
    const other = await packWith(backend, 'Else.')
    await backend.call('packs.put', { packId: other, title: 'Another paper', briefing })
    await putParagraph(backend, other, 1, 'Between.')
    const printed = await printedText(backend, other)
    expect(printed).not.toContain('Changes since')
    expect(printed).toMatch(/3\.\s+Two\./)
  })

  test('a draft from before an issue, restored, still follows that issue', async () => {
    const backend = await temporaryBackend()
    const packId = await packWith(backend, 'One.', 'Two.')
    const { revision: before } = await backend.call('packs.get', { packId })
    await backend.call('packs.issue', { packId })
    const { revision: first } = await backend.call('packs.get', { packId })
    await putParagraph(backend, packId, 1, 'Between.')
    await backend.call('packs.issue', { packId })
    await backend.call('packs.restoreRevision', { packId, revision: first })
    const printed = await printedText(backend, packId)
    expect(printed).toContain('Changes since version 1.1')
    expect(printed).toContain('Paragraph 1A Removed')
    expect((await backend.call('packs.issue', { packId })).version).toBe('1.2')
    await backend.call('packs.restoreRevision', { packId, revision: before })
    expect((await backend.call('packs.issue', { packId })).version).toBe('1.3')
  })
})
