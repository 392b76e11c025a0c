import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { putBytes } from './bytesDoor.ts'

const disk = mkdtempSync(join(tmpdir(), 'despatch-small-disk-'))

/** Whether this user may make a disk of two megabytes. */
const mounted =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]).status === 0

afterAll(() => {
  if (mounted) execFileSync('umount', [disk])
  rmSync(disk, { recursive: true, force: true })
})

test.skipIf(!mounted)('bytes for a disk that is full are refused in words, and nothing is kept', async () => {
  const body = new Uint8Array(8_000_000)
  const response = await putBytes(disk, new Request('app://despatch/bytes', { method: 'POST', body }))
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({
    ok: false,
    fault: { code: 'disk-full', message: expect.stringContaining('everything saved before is safe') },
  })
  expect(readdirSync(join(disk, 'staging'))).toEqual([])
})
