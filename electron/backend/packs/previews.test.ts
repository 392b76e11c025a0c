import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Briefing, DocumentNode } from '../../../shared/document/briefing.ts'
import { type TestBackend, temporaryBackend, temporaryFolder } from '../fixtures/temporaryArchive.ts'
import { findStaged } from '../staging.ts'

const briefing = (...content: DocumentNode[]): Briefing => ({
  documentVersion: 1,
  head: { marking: 'OFFICIAL', to: '', from: '', date: '', copy: '', decisionBy: '', reference: '' },
  content: { type: 'doc', content },
})
const paragraph = (words: string): DocumentNode => ({
  type: 'numberedParagraph',
  content: [{ type: 'text', text: words }],
})
const citation: DocumentNode = {
  type: 'numberedParagraph',
  content: [
    { type: 'text', text: 'They say so.' },
    { type: 'citation', attrs: { articleId: 'a-gone', version: 1, highlightId: null, locator: null } },
  ],
}
const long = Array.from({ length: 60 }, (_, i) =>
  paragraph(`Point ${i}. ${'The harbour board met and agreed it. '.repeat(20)}`),
)

const newPack = async (backend: TestBackend): Promise<string> =>
  (await backend.call('packs.create', { template: 'submission', title: 'The pier' })).packId
const staged = ({ host }: TestBackend): string[] => readdirSync(join(host.archiveFolder, 'staging'))
const bytesOf = ({ host }: TestBackend, id: string): Buffer =>
  readFileSync(findStaged(host.archiveFolder, id)!.path)

describe('a preview', () => {
  test('prints what is given, records nothing, and takes the place of the one before', async () => {
    const folder = temporaryFolder()
    const backend = await temporaryBackend(folder)
    const packId = await newPack(backend)
    const before = await backend.call('packs.get', { packId })
    const short = await backend.call('packs.preview', { packId, briefing: briefing(paragraph('Open.')) })
    expect(bytesOf(backend, short.staged).subarray(0, 5).toString()).toBe('%PDF-')
    expect(short.bytes).toBe(bytesOf(backend, short.staged).byteLength)
    const longer = await backend.call('packs.preview', { packId, briefing: briefing(...long) })
    expect(longer.pages).toBeGreaterThan(short.pages + 3)
    expect(staged(backend)).toEqual([longer.staged])
    expect(await backend.call('packs.get', { packId })).toEqual(before)
    await expect(backend.call('exports.save', { exportId: 'e' })).rejects.toMatchObject({ code: 'not-found' })
    await backend.close()
    expect(staged(backend)).toEqual([])
  })

  test('is the same as the export of the same words', async () => {
    const backend = await temporaryBackend()
    const packId = await newPack(backend)
    const { briefing } = await backend.call('packs.get', { packId })
    const previewed = await backend.call('packs.preview', { packId, briefing })
    const exported = await backend.call('packs.export', { packId })
    expect(bytesOf(backend, previewed.staged).equals(bytesOf(backend, exported.staged))).toBe(true)
  })

  test('gives way to the newest while it waits; the one being printed ends first', async () => {
    const backend = await temporaryBackend()
    const packId = await newPack(backend)
    const ask = (n: number) =>
      backend.perform('packs.preview', { packId, briefing: briefing(...long.slice(0, n)) })
    const replies = await Promise.all([60, 2, 3, 1].map(ask))
    expect(replies.map(reply => (reply.ok ? 'printed' : reply.fault.code))).toEqual([
      'printed',
      'cancelled',
      'cancelled',
      'printed',
    ])
    expect(staged(backend)).toEqual([(replies[3] as { value: { staged: string } }).value.staged])
  })

  test('says what is wrong, keeps the one before, and works again once it is mended', async () => {
    const backend = await temporaryBackend()
    const packId = await newPack(backend)
    const good = await backend.call('packs.preview', { packId, briefing: briefing(paragraph('Open.')) })
    await expect(
      backend.call('packs.preview', { packId, briefing: briefing(paragraph('Open.'), citation) }),
    ).rejects.toMatchObject({ code: 'missing-source', message: expect.stringContaining('paragraph 2') })
    await expect(
      backend.call('packs.preview', { packId, briefing: briefing(paragraph('Open \u{1F600}.')) }),
    ).rejects.toMatchObject({ code: 'missing-glyph', message: expect.stringContaining('U+1F600') })
    expect(staged(backend)).toEqual([good.staged])
    await backend.call('packs.preview', { packId, briefing: briefing(paragraph('Open.')) })
    await expect(
      backend.call('packs.preview', { packId: 'none', briefing: briefing() }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  test('needs no lock: it is made while another holds the archive', async () => {
    const folder = temporaryFolder()
    const packId = await newPack(await temporaryBackend(folder))
    const second = await temporaryBackend(folder)
    expect((await second.call('archive.status', {})).readOnly).not.toBeNull()
    const { staged: id } = await second.call('packs.preview', {
      packId,
      briefing: briefing(paragraph('Open.')),
    })
    expect(bytesOf(second, id).byteLength).toBeGreaterThan(1000)
  })
})
