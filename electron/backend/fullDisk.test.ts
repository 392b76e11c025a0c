import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from './articles/sha256.ts'
import { openDatabase } from './database/openDatabase.ts'
import {
  storeArticle,
  temporaryBackend,
  temporaryDatabase,
  temporaryFolder,
} from './fixtures/temporaryArchive.ts'
import { createPack, getPack, savePack } from './packs/store.ts'
import { storageFailure } from './storageFailure.ts'

const now = '2024-12-16T10:00:00.000Z'
const briefing = (words: string) => ({
  documentVersion: 1,
  head: { marking: 'OFFICIAL', to: '', from: '', date: '', copy: '', decisionBy: '', reference: '' },
  content: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] },
})

describe('when the database cannot grow', () => {
  test('a save is refused, what was saved stays, and there is no half of it', () => {
    const opened = temporaryDatabase()
    const { db } = opened
    const { packId } = createPack(db, 'Safe', briefing('first'), now)
    storeArticle(opened, ['An article that stays.'])
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`)
    const large = briefing(Array.from({ length: 60_000 }, (_, i) => i.toString(36)).join(' '))
    let failure: unknown
    try {
      savePack(db, packId, 1, large, 'test', now)
    } catch (error) {
      failure = storageFailure(error)
    }
    expect(failure).toMatchObject({ code: 'disk-full', message: expect.stringContaining('not saved') })
    expect(getPack(db, packId)).toMatchObject({ revision: 1, briefing: briefing('first') })
    db.pragma('max_page_count = 1000000')
    expect(savePack(db, packId, 1, large, 'test', now).revision).toBe(2)
  })
})

const disk = '/tmp/despatch-small-disk'

/** A disk of two megabytes, where this user may make one. */
const canMount = (() => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  mkdirSync(disk, { recursive: true })
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]).status === 0
  if (made) spawnSync('umount', [disk])
  return made
})()

describe.skipIf(!canMount)('on a disk of two megabytes', () => {
  beforeAll(() => void execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]))
  afterAll(() => void execFileSync('umount', [disk]))

  test('an import stops in words, keeps what it took in, and goes on when there is room', async () => {
    const sources = join(temporaryFolder(), 'sources')
    mkdirSync(sources)
    for (let i = 0; i < 30; i++)
      writeFileSync(join(sources, `${i}.txt`), `Report ${i}\n\nThe text. ${incompressible(i)}.\n`)
    const archive = join(disk, 'archive')
    const backend = await temporaryBackend(archive)
    const reply = await backend.perform('articles.importPaths', { paths: [sources] }, true)
    expect(reply).toMatchObject({
      ok: false,
      fault: { code: 'disk-full', message: expect.stringMatching(/^\d+\.txt was not taken in.*Make room/) },
    })
    const { total } = await backend.call('articles.search', { words: '' })
    expect(total).toBeGreaterThan(0)
    expect(total).toBeLessThan(30)
    await backend.close()
    const again = openDatabase(archive)
    expect(again.db.prepare('SELECT count(*) FROM articles').pluck().get()).toBe(total)
    expect(again.db.pragma('integrity_check', { simple: true })).toBe('ok')
    again.close()
  }, 60_000)

  test('an export leaves no half file', () => {
    const main = join(import.meta.dirname, '..', 'cli', 'main.ts')
    const archive = join(temporaryFolder(), 'archive')
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [main, ...args, '--archive', archive, '--json'], { encoding: 'utf8' })
    const { packId } = JSON.parse(run('call', 'packs.openSample').stdout)
    spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'filler')}`, 'bs=4k'])
    const { status, stdout } = run('export', packId, '--to', join(disk, 'pack.pdf'))
    expect(status).toBe(1)
    expect(JSON.parse(stdout).fault).toMatchObject({
      code: 'disk-full',
      message: expect.stringContaining('pack.pdf'),
    })
    expect(spawnSync('ls', [disk], { encoding: 'utf8' }).stdout).not.toContain('pack.pdf')
  }, 60_000)
})

/** Words that no compression makes much smaller. */
function incompressible(seed: number): string {
  return Array.from({ length: 1200 }, (_, i) => sha256(`${seed}.${i}`)).join(' ')
}
