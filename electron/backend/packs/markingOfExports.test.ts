import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type TestBackend, temporaryBackend } from '../fixtures/temporaryArchive.ts'
import { readPrinted } from '../pdf/readPrinted.testkit.ts'
import { findStaged } from '../staging.ts'

async function packMarked(backend: TestBackend, head: Record<string, string>) {
  const { packId } = await backend.call('packs.create', { template: 'submission', title: 'Ferry fares' })
  const { briefing, revision } = await backend.call('packs.get', { packId })
  await backend.call('packs.save', {
    packId,
    baseRevision: revision,
    briefing: { ...briefing, head: { ...briefing.head, ...head } },
  })
  return packId
}
const exported = (backend: TestBackend, packId: string) =>
  backend.call('packs.export', { packId, jobId: 'j' })

describe('what the policy forbids outright does not go out', () => {
  test.each([
    ['RESTRICTED', 'RESTRICTED is no longer in use'],
    ['OFFICIAL - UK EYES ONLY', 'UK EYES ONLY never goes with OFFICIAL'],
    ['OFFICIAL-SENSITIVE - FOR PUBLIC RELEASE', 'never goes with OFFICIAL-SENSITIVE'],
    ['SECRET', 'SECRET is switched off'],
  ])('%s', async (marking, words) => {
    const backend = await temporaryBackend()
    const packId = await packMarked(backend, { marking })
    const refused = {
      code: 'invalid-input',
      message: expect.stringMatching(new RegExp(`no PDF was made.*${words}`)),
    }
    await expect(exported(backend, packId)).rejects.toMatchObject(refused)
    await expect(backend.call('packs.issue', { packId, jobId: 'k' })).rejects.toMatchObject(refused)
    expect((await backend.call('packs.issues', { packId })).issues).toEqual([])
  })

  test('SECRET does where a setting allows it; what is only doubtful always does', async () => {
    const backend = await temporaryBackend()
    const secret = await packMarked(backend, { marking: 'SECRET - UK EYES ONLY' })
    const doubtful = await packMarked(backend, { marking: 'Official - Recipients only' })
    expect((await exported(backend, doubtful)).pages).toBeGreaterThan(0)
    await backend.call('settings.put', { key: 'marking.allowsSecret', value: true })
    expect((await exported(backend, secret)).pages).toBeGreaterThan(0)
  })
})

describe('the name of the file', () => {
  test('holds the marking and the version of the draft', async () => {
    const backend = await temporaryBackend()
    const packId = await packMarked(backend, { marking: 'OFFICIAL-SENSITIVE' })
    expect((await exported(backend, packId)).name).toMatch(
      /^\d{4}-\d\d-\d\d-ferry-fares-official-sensitive-v0-2\.pdf$/,
    )
    await backend.call('settings.put', { key: 'export.markingInFileName', value: false })
    expect((await exported(backend, packId)).name).toMatch(/^\d{4}-\d\d-\d\d-ferry-fares-v0-2\.pdf$/)
  })

  test('holds the version it is issued as, and then that version and what was saved since', async () => {
    const backend = await temporaryBackend()
    const packId = await packMarked(backend, { marking: 'OFFICIAL' })
    expect((await backend.call('packs.issue', { packId, jobId: 'j' })).name).toMatch(/-official-v1-0\.pdf$/)
    expect((await exported(backend, packId)).name).toMatch(/-official-v1-0\.pdf$/)
    const { briefing, revision } = await backend.call('packs.get', { packId })
    const head = { ...briefing.head, to: 'Minister for Ports' }
    await backend.call('packs.save', { packId, baseRevision: revision, briefing: { ...briefing, head } })
    expect((await exported(backend, packId)).name).toMatch(/-official-v1-0-1\.pdf$/)
    expect((await backend.call('packs.issue', { packId, jobId: 'j' })).name).toMatch(/-official-v1-1\.pdf$/)
  })
})

test('what stands beside the marking is kept, and a head without it stays without it', async () => {
  const backend = await temporaryBackend()
  const plain = await packMarked(backend, {})
  const { head } = (await backend.call('packs.get', { packId: plain })).briefing
  expect(Object.keys(head).sort()).toEqual([
    'copy',
    'date',
    'decisionBy',
    'from',
    'marking',
    'reference',
    'to',
  ])
  const beside = { recipients: 'A Person', embargoUntil: 'noon', embargoThen: 'OFFICIAL', releaseTo: 'NATO' }
  const packId = await packMarked(backend, beside)
  expect((await backend.call('packs.get', { packId })).briefing.head).toMatchObject(beside)
})

test('the lines that the marking needs are printed on the first page, under it', async () => {
  const backend = await temporaryBackend()
  const packId = await packMarked(backend, {
    marking: 'OFFICIAL-SENSITIVE - RECIPIENTS ONLY',
    recipients: 'Ada Example and Ben Example',
  })
  const { staged } = await exported(backend, packId)
  const { elements } = await readPrinted(readFileSync(findStaged(backend.host.archiveFolder, staged)!.path))
  const texts = elements.map(({ text }) => text)
  expect(texts.slice(0, 2)).toEqual([
    'OFFICIAL-SENSITIVE - RECIPIENTS ONLY',
    'Recipients: Ada Example and Ben Example',
  ])
})
