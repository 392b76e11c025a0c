import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nodeHost } from './nodeHost.ts'

let folder: string
let host: ReturnType<typeof nodeHost>

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'despatch-host-'))
  host = nodeHost({ kind: 'cli', archiveFolder: folder })
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('knows its version and where the fonts are', () => {
  expect(host.version).toMatch(/^\d+\.\d+\.\d+$/)
  expect(existsSync(join(host.assetsFolder, 'fonts'))).toBe(true)
  expect(host.files).toBeNull()
})

describe('a job', () => {
  test('answers from a process of its own, and says once that it is gone', async () => {
    const job = host.startJob('parse')
    const answered = new Promise<{ id: number; value: unknown }>(resolve =>
      job.onMessage(message => resolve(message as { id: number; value: unknown })),
    )
    const bytes = new TextEncoder().encode('A title\n\nOne paragraph about a small harbour.\n')
    job.post({ id: 7, input: { sources: [{ name: 'a.txt', bytes }] } })
    expect(await answered).toMatchObject({
      id: 7,
      value: { read: [{ file: { articles: [{ parsed: { title: 'A title' } }] } }], index: { documents: 1 } },
    })
    let exits = 0
    const gone = new Promise<void>(resolve =>
      job.onExit(() => {
        exits++
        resolve()
      }),
    )
    job.kill()
    await gone
    job.post({ id: 8, input: null })
    job.kill()
    // One who asks late is told as well.
    await new Promise<void>(resolve => job.onExit(resolve))
    expect(exits).toBe(1)
  })
})

test('the log holds an error whole, and is put aside when it has grown', () => {
  const log = join(folder, 'despatch.log')
  host.logError(new Error('outer', { cause: new Error('inner') }), 'packs.save')
  expect(readFileSync(log, 'utf8')).toMatch(/packs\.save\nError: outer[\s\S]*inner/)
  appendFileSync(log, 'x'.repeat(2 * 1024 * 1024))
  host.logError('next', 'small')
  expect(statSync(log).size).toBeLessThan(1000)
  expect(statSync(`${log}.1`).size).toBeGreaterThan(1024 * 1024)
})
