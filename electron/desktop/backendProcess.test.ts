import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildDesktop, bundleWith } from './fixtures/buildDesktop.ts'

// The program of the backend's process as it is packaged, without Electron: over real ports, on a real archive.

const out = join(process.cwd(), 'out', `backend-${process.pid}`)
let archive = ''

beforeAll(() => buildDesktop(out), 60_000)
beforeEach(() => {
  archive = mkdtempSync(join(tmpdir(), 'despatch-backend-'))
})
afterEach(() => rmSync(archive, { recursive: true, force: true }))
afterAll(() => rmSync(out, { recursive: true, force: true }))

describe('the packaged backend', () => {
  test('opens the archive, answers a page and closes', async () => {
    const { code, replies, said } = await run([['archive.status', {}]])
    expect(code).toBe(0)
    expect(said[0]).toEqual({ type: 'ready' })
    expect(replies[0]).toMatchObject({
      ok: true,
      value: { host: 'desktop', version: '9.9.9', articles: 0, readOnly: null, savesFiles: true },
    })
  })

  test('parses a source and prints a pack in processes that main starts', async () => {
    const text = 'Ferries resume\n\nThe harbour reopened on 3 May 2024 after repairs to the north quay.\n'
    const { replies, jobs, events } = await run([
      ['packs.create', { template: 'submission', title: 'Ferries' }],
      ['packs.export', { packId: '$0.value.packId' }],
      ['exports.save', { exportId: '$1.value.exportId' }],
      ['exports.open', { exportId: '$1.value.exportId' }],
      ['@put', text],
      ['articles.import', { sources: [{ staged: '$4', name: 'ferries.txt' }] }],
    ])
    expect(replies[1]).toMatchObject({ ok: true, value: { pages: expect.any(Number) } })
    expect(replies[2]).toEqual({ ok: true, value: { saved: true, name: 'Note.pdf' } })
    expect(replies[3]).toEqual({ ok: true, value: {} })
    expect(jobs).toBe(2)
    expect(events).toContainEqual(expect.objectContaining({ name: 'archive.changed' }))
    expect(replies[5]).toMatchObject({
      ok: true,
      value: { lines: [{ outcome: 'added', title: 'Ferries resume' }] },
    })
  })

  test('keeps what a page saves as it goes', async () => {
    await run([['packs.create', { template: 'submission', title: 'Ferries' }]], {
      last: ['packs.rename', { packId: '$0.value.packId', title: 'Ferries and ports' }],
    })
    const { replies } = await run([['packs.list', {}]])
    expect(replies[0]).toMatchObject({ ok: true, value: { packs: [{ title: 'Ferries and ports' }] } })
  })

  test('gives a page nothing that only a trusted caller may have', async () => {
    const { replies } = await run([
      ['articles.importPaths', { paths: ['/etc/passwd'] }],
      ['constructor', {}],
    ])
    expect(replies).toEqual([
      { ok: false, fault: expect.objectContaining({ code: 'unknown-call' }) },
      { ok: false, fault: expect.objectContaining({ code: 'unknown-call' }) },
    ])
  })

  test('would be seen to trust a page if it did', async () => {
    const trusting = `${out}-trusting`
    cpSync(out, trusting, { recursive: true })
    const change = {
      file: 'electron/desktop/servePage.ts',
      find: 'backend.perform(name, input)',
      replace: 'backend.perform(name, input, true)',
    }
    writeFileSync(join(trusting, 'backend.js'), await bundleWith('backend.js', change))
    const { replies } = await run([['articles.importPaths', { paths: [import.meta.filename] }]], {
      bundles: trusting,
    })
    rmSync(trusting, { recursive: true })
    expect(replies[0]).toMatchObject({ ok: true })
  })

  test('says why an archive cannot be opened, to main and to every page', async () => {
    mkdirSync(archive, { recursive: true })
    for (const name of ['despatch.sqlite', 'archive.sqlite', 'despatch.db', 'archive.db']) {
      writeFileSync(join(archive, name), 'this is not a database, whatever its name says'.repeat(100))
    }
    const { replies, said } = await run([['archive.status', {}]])
    expect(said[0]).toMatchObject({ type: 'failed', message: expect.stringMatching(/\w/) })
    expect(replies[0]).toMatchObject({ ok: false, fault: { code: 'archive-damaged' } })
  })
})

interface Result {
  code: number
  replies: unknown[]
  events: unknown[]
  said: unknown[]
  jobs: number
}

/** Makes calls one after another; "$0.value.packId" in one stands for a part of an earlier reply. */
async function run(
  calls: [string, unknown][],
  { bundles = out, last }: { bundles?: string; last?: [string, unknown] } = {},
): Promise<Result> {
  const script = join(import.meta.dirname, 'fixtures', 'backendInNode.ts')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [script, bundles, archive, join(process.cwd(), 'assets')],
    {
      env: {
        ...process.env,
        DESPATCH_CALLS: JSON.stringify(calls),
        ...(last && { DESPATCH_LAST_CALL: JSON.stringify(last) }),
      },
    },
  )
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}
