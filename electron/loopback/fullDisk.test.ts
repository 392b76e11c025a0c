import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startLoopback } from './startLoopback.ts'

const disk = mkdtempSync(join(tmpdir(), 'despatch-small-disk-'))
afterAll(() => rmSync(disk, { recursive: true, force: true }))

/** Whether this user may make a disk of two megabytes. */
const mounted =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]).status === 0

describe.skipIf(!mounted)('bytes for a disk that is full', () => {
  const archiveFolder = join(disk, 'archive')
  const body = new Uint8Array(8_000_000)
  let loopback: Awaited<ReturnType<typeof startLoopback>>
  beforeAll(async () => {
    const deskFolder = join(disk, 'desk')
    mkdirSync(deskFolder)
    writeFileSync(join(deskFolder, 'index.html'), '')
    loopback = await startLoopback({ archiveFolder, deskFolder })
  })
  afterAll(async () => {
    await loopback.close()
    execFileSync('umount', [disk])
  })

  test('are refused in words, and nothing is kept of them', async () => {
    const { url } = loopback
    const admitted = await fetch(`${url}/session`, {
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/json' },
      body: JSON.stringify({ token: new URL(loopback.launchUrl()).hash.slice(1) }),
    })
    const cookie = admitted.headers.get('set-cookie')!.split(';')[0]!
    const response = await fetch(`${url}/bytes`, { method: 'POST', headers: { cookie, origin: url }, body })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({
      ok: false,
      fault: { code: 'disk-full', message: expect.stringContaining('Make room') },
    })
    expect(readdirSync(join(archiveFolder, 'staging'))).toEqual([])
  })
})
