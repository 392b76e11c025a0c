import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type Briefing, DOCUMENT_VERSION, type DocumentNode } from '../../../../shared/document/briefing.ts'
import { type TestBackend, temporaryBackend, temporaryFolder } from '../../fixtures/temporaryArchive.ts'
import { findStaged } from '../../staging.ts'
import { readPrinted } from '../readPrinted.testkit.ts'
import { cite, numbered, paragraph } from '../samplePrintJob.ts'

// Packs are made by processes of their own or by the dozen: a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 })

const head = { marking: '', to: '', from: '', date: '', copy: '', decisionBy: '', reference: '' }
const briefing = (...content: DocumentNode[]): Briefing => ({
  documentVersion: DOCUMENT_VERSION,
  head,
  content: { type: 'doc', content },
})
const putIn = async (backend: TestBackend, title: string, ...content: DocumentNode[]) =>
  (await backend.call('packs.put', { title, briefing: briefing(...content) })).packId

const stagedIn = ({ host }: TestBackend): string[] => {
  const folder = join(host.archiveFolder, 'staging')
  return existsSync(folder) ? readdirSync(folder) : []
}

/** Exports, expects to be refused, and that nothing was lost and nothing left behind. */
async function expectRefused(backend: TestBackend, packId: string, fault: { code: string; message: RegExp }) {
  const pack = await backend.call('packs.get', { packId })
  const reply = await backend.perform('packs.export', { packId }, true)
  expect(reply).toMatchObject({ ok: false, fault: { code: fault.code } })
  expect('fault' in reply && reply.fault.message).toMatch(fault.message)
  expect(stagedIn(backend)).toEqual([])
  expect(await backend.call('packs.get', { packId })).toEqual(pack)
}

async function expectPrinted(backend: TestBackend, packId: string) {
  const exported = await backend.call('packs.export', { packId })
  expect(Buffer.byteLength(exported.name)).toBeLessThanOrEqual(255)
  expect(stagedIn(backend)).toEqual([exported.staged])
  return readPrinted(readFileSync(findStaged(backend.host.archiveFolder, exported.staged)!.path))
}

test('an empty pack is a page with its title', async () => {
  const backend = await temporaryBackend()
  const { pages, elements } = await expectPrinted(backend, await putIn(backend, 'Nothing yet', paragraph()))
  expect(pages).toHaveLength(1)
  expect(elements).toEqual([{ role: 'H1', text: 'Nothing yet' }])
})

test('a title of 2,000 characters is printed whole, and its file has a name that every disk takes', async () => {
  const title = Array.from({ length: 400 }, (_, i) => `é${String(i).padStart(3, '0')}`)
    .join(' ')
    .padEnd(2000, 'x')
  const backend = await temporaryBackend()
  const { elements } = await expectPrinted(backend, await putIn(backend, title, numbered('Words.')))
  const printed = elements.filter(({ role }) => role === 'H1').map(({ text }) => text)
  expect(printed.join(' ').replace(/\s/g, '') === title.replace(/\s/g, '')).toBe(true)
})

test('an emoji in a title is named, with its code and place', async () => {
  const backend = await temporaryBackend()
  const packId = await putIn(backend, 'Ferries 🚢 in winter', numbered('Words.'))
  await expectRefused(backend, packId, {
    code: 'missing-glyph',
    message: /🚢.*U\+1F6A2.*the title.*Nothing was printed/,
  })
  await backend.call('packs.rename', { packId, title: 'Ferries in winter' })
  await expectPrinted(backend, packId)
})

test('a source that is not in the archive is named by the paragraph that cites it', async () => {
  const backend = await temporaryBackend()
  const packId = await putIn(backend, 'Cited', numbered('One.'), numbered('Two', cite('gone', 'h-gone')))
  await expectRefused(backend, packId, {
    code: 'missing-source',
    message: /paragraph 2.*no PDF was made.*Remove that citation/,
  })
})

test('an export that is cancelled half-way leaves nothing, and the next one is whole', async () => {
  const backend = await temporaryBackend()
  const words = 'The harbour board met, and agreed to meet again before the winter. '.repeat(12)
  const long = Array.from({ length: 1500 }, (_, i) => numbered(`${i}. ${words}`))
  const packId = await putIn(backend, 'Long', ...long)
  const heard: number[] = []
  const unsubscribe = backend.onEvent(event => {
    if (event.name !== 'job.progress') return
    heard.push(event.data.done)
    void backend.perform('jobs.cancel', { jobId: 'long' }, true)
  })
  const reply = await backend.perform('packs.export', { packId, jobId: 'long' }, true)
  unsubscribe()
  expect(reply).toMatchObject({ ok: false, fault: { code: 'cancelled' } })
  expect(heard.length).toBeGreaterThan(0)
  expect(stagedIn(backend)).toEqual([])
  await backend.call('packs.save', { packId, baseRevision: 1, briefing: briefing(numbered('Short.')) })
  await expectPrinted(backend, packId)
})

const isRoot = process.getuid?.() === 0

/** Puts a disk of its own under the archive's staging folder, where this user may. */
function diskAt(folder: string, options: string): boolean {
  mkdirSync(folder, { recursive: true })
  if (process.platform !== 'linux' || !isRoot) return false
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status !== 0) return false
  onTestFinished(() => void spawnSync('umount', [folder]))
  return true
}

test('a folder that can only be read is named, and the export works once it can be written', async ({
  skip,
}) => {
  const folder = temporaryFolder()
  const staging = join(folder, 'staging')
  const mounted = diskAt(staging, 'size=1m')
  skip(!mounted && isRoot, 'this user may write everywhere and may not mount a disk')
  const backend = await temporaryBackend(folder)
  const packId = await putIn(backend, 'A pack', numbered('Words.'))
  const setWritable = (is: boolean) => {
    if (mounted) execFileSync('mount', ['-o', `remount,${is ? 'rw' : 'ro'}`, staging])
    else chmodSync(staging, is ? 0o700 : 0o500)
  }
  setWritable(false)
  await expectRefused(backend, packId, {
    code: 'archive-read-only',
    message: /archive’s folder: .*What was saved before is safe/,
  })
  setWritable(true)
  await expectPrinted(backend, packId)
})

test('a full disk is named, and the export works once there is room', async ({ skip }) => {
  const folder = temporaryFolder()
  const staging = join(folder, 'staging')
  const mounted = diskAt(staging, 'size=8k')
  if (!mounted) console.warn('A full disk was not tried: this user may not mount one.')
  skip(!mounted, 'this user may not mount a disk')
  const backend = await temporaryBackend(folder)
  const packId = await putIn(backend, 'A pack', numbered('Words.'))
  await expectRefused(backend, packId, { code: 'disk-full', message: /Make room/ })
  execFileSync('mount', ['-o', 'remount,size=1m', staging])
  await expectPrinted(backend, packId)
})
