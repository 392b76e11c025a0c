import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { takeLock } from '../backend/database/lock.ts'
import { answerLaterDesks, askFirstDesk } from './deskRequest.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'despatch-desk-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const requestFile = () => join(folder, 'desk.request')

describe('a second desk', () => {
  test('has nobody to ask on a new archive, nor on one whose lock is free', async () => {
    expect(await askFirstDesk(folder)).toBe(false)
    takeLock(folder)!.release()
    expect(await askFirstDesk(folder)).toBe(false)
    expect(existsSync(requestFile())).toBe(false)
  })

  test('is answered by the first, once for each time it asks', async () => {
    const lock = takeLock(folder)!
    let asked = 0
    const stop = answerLaterDesks(folder, () => asked++)
    expect(await askFirstDesk(folder)).toBe(true)
    expect(await askFirstDesk(folder)).toBe(true)
    expect(asked).toBe(2)
    stop()
    expect(await askFirstDesk(folder)).toBe(false)
    expect(asked).toBe(2)
    expect(existsSync(requestFile())).toBe(false)
    lock.release()
  })

  test('goes on by itself after the first was killed', async () => {
    const holder = new URL('../backend/database/lock.ts', import.meta.url).href
    // A lock that nothing refers to is let go when its memory is collected.
    const script = `const { takeLock } = await import('${holder}'); globalThis.lock = takeLock(process.argv[1]); console.log('held'); setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder])
    await once(child.stdout, 'data')
    expect(takeLock(folder)).toBeNull()
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await askFirstDesk(folder)).toBe(false)
    expect(existsSync(requestFile())).toBe(false)
  })
})
