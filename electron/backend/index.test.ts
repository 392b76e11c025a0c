import { fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { ImportLine } from '../../shared/contract/index.ts'
import { archiveFile } from './database/openDatabase.ts'
import { folderWith } from './fixtures/sourceFolder.ts'
import { temporaryBackend, temporaryFolder } from './fixtures/temporaryArchive.ts'

const article = (n: number) =>
  `Report number ${n}\n\n14 December 2024\n\nThe panel met on a cold morning and agreed ${n} points. It will meet again in spring.\n\nNobody objected to the ${n} points, a member said afterwards.\n`

describe('the door', () => {
  test('gives faults as data', async () => {
    const backend = await temporaryBackend()
    const code = async (name: string, input: unknown, trusted = false) => {
      const reply = await backend.perform(name, input, trusted)
      return reply.ok ? 'ok' : reply.fault.code
    }
    expect(await code('articles.get', { articleId: 'none' })).toBe('not-found')
    expect(await code('articles.get', { articleId: 7 })).toBe('invalid-input')
    expect(await code('articles.get', null)).toBe('invalid-input')
    expect(await code('toString', {})).toBe('unknown-call')
    expect(await code('__proto__', {})).toBe('unknown-call')
    expect(await code('articles.importPaths', { paths: ['/'] })).toBe('unknown-call')
    expect(await code('packs.create', { template: 'none', title: 'x' })).toBe('not-found')
    expect(await code('packs.create', { template: 'submission', title: '  ' })).toBe('invalid-input')
  })

  test('an unexpected error is logged whole and crosses as a plain sentence', async () => {
    const logged: unknown[] = []
    let isOpen = false
    const backend = await temporaryBackend(temporaryFolder(), {
      now: () => {
        if (isOpen) throw new TypeError('secret detail')
        return new Date()
      },
      logError: error => logged.push(error),
    })
    isOpen = true
    const reply = await backend.perform('packs.create', { template: 'submission', title: 'x' })
    expect(reply).toMatchObject({ ok: false, fault: { code: 'internal' } })
    expect(JSON.stringify(reply)).not.toContain('secret')
    expect(logged).toEqual([expect.objectContaining({ message: 'secret detail' })])
  })

  test('while another holds the archive, reading works and writing is refused', async () => {
    const folder = temporaryFolder()
    const first = await temporaryBackend(folder)
    await first.call('packs.create', { template: 'submission', title: 'Mine' })
    const second = await temporaryBackend(folder)
    expect((await second.call('packs.list', {})).packs.map(p => p.title)).toEqual(['Mine'])
    expect((await second.call('archive.status', {})).readOnly).toMatch(/Another Despatch/)
    await expect(
      second.call('packs.create', { template: 'submission', title: 'Theirs' }),
    ).rejects.toMatchObject({ code: 'archive-in-use' })
  })
})

describe('taking in files', () => {
  test('a line for each, the bad ones refused with the reason, nothing lost', async () => {
    const folder = folderWith({
      'good.txt': article(1),
      'copy of good.txt': article(1),
      'empty.txt': '',
      'picture.txt': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3, 0, 0, 255, 254, 7]),
      'huge.txt': '',
      'utf16.txt': Buffer.from(`\ufeff${article(2)}`, 'utf16le'),
      'broken.txt': Buffer.concat([Buffer.from(article(3)), Buffer.from([0xff, 0xc3, 0x28])]),
    })
    truncateSync(join(folder, 'huge.txt'), 50 * 1024 * 1024)
    const backend = await temporaryBackend()
    const { lines } = await backend.call('articles.importPaths', {
      paths: [folder, join(folder, 'vanished.txt')],
    })
    const of = (name: string): ImportLine => lines.find(line => line.path.endsWith(name))!
    expect(lines).toHaveLength(8)
    expect([of('copy of good.txt').outcome, of('/good.txt').outcome].sort()).toEqual(['added', 'duplicate'])
    for (const name of ['empty.txt', 'picture.txt', 'huge.txt', 'vanished.txt']) {
      expect(of(name), name).toMatchObject({ outcome: 'refused', articleId: null })
      expect(of(name).reason, name).toContain(name)
    }
    expect(of('utf16.txt')).toMatchObject({ outcome: 'added', reason: null })
    expect(of('broken.txt')).toMatchObject({
      outcome: 'added',
      reason: expect.stringContaining('Check its accented letters'),
    })
    const original = await backend.call('articles.get', { articleId: of('broken.txt').articleId! })
    expect(original.encoding).toMatch(/windows-1252|replaced/)
    expect((await backend.call('archive.verify', {})).differences).toEqual([])
  })

  test.skipIf(process.getuid?.() === 0)('a folder that may not be read is a refused line', async () => {
    const folder = folderWith({ 'good.txt': article(1) })
    chmodSync(folder, 0)
    onTestFinished(() => chmodSync(folder, 0o700))
    const backend = await temporaryBackend()
    const { lines } = await backend.call('articles.importPaths', { paths: [folder] })
    expect(lines).toMatchObject([{ outcome: 'refused', reason: expect.stringContaining('may not be read') }])
  })

  test('a file that vanishes while others are read is a refused line', async () => {
    const folder = folderWith(
      Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`${1000 + i}.txt`, article(i)])),
    )
    const backend = await temporaryBackend()
    backend.onEvent(event => {
      if (event.name === 'job.progress') rmSync(join(folder, '1398.txt'), { force: true })
    })
    const { lines } = await backend.call('articles.importPaths', { jobId: 'j', paths: [folder] })
    expect(lines).toHaveLength(400)
    expect(lines.filter(line => line.outcome !== 'added')).toEqual([
      expect.objectContaining({
        outcome: 'refused',
        reason: expect.stringMatching(/1398\.txt is no longer there/),
      }),
    ])
  })

  test('a cancel keeps what was taken in', async () => {
    const folder = folderWith(
      Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`${i}.txt`, article(i)])),
    )
    const backend = await temporaryBackend()
    backend.onEvent(event => {
      if (event.name === 'archive.changed') return
      if (event.name === 'job.progress' && event.data.done >= 1)
        void backend.perform('jobs.cancel', { jobId: 'j' })
    })
    const { lines } = await backend.call('articles.importPaths', { jobId: 'j', paths: [folder] })
    const { total } = await backend.call('articles.search', { words: '' })
    expect(total).toBe(lines.filter(line => line.outcome === 'added').length)
    expect(total).toBeLessThan(400)
  })

  test('what is in the bin comes back when its file is added again', async () => {
    const folder = folderWith({ 'a.txt': article(1) })
    const backend = await temporaryBackend()
    const [first] = (await backend.call('articles.importPaths', { paths: [folder] })).lines
    await backend.call('articles.remove', { articleId: first!.articleId! })
    expect((await backend.call('archive.removed', {})).items).toMatchObject([
      { kind: 'article', id: first!.articleId },
    ])
    const [again] = (await backend.call('articles.importPaths', { paths: [folder] })).lines
    expect(again).toMatchObject({ outcome: 'duplicate', reason: expect.stringContaining('put back') })
    expect((await backend.call('articles.search', { words: '' })).total).toBe(1)
  })

  test('a correction outlives a new version, and highlights follow their words', async () => {
    const page = (body: string) =>
      `<!doctype html><html lang="en-GB"><head><title>Panel report</title><link rel="canonical" href="https://news.example/panel"></head><body><article><h1>Panel report</h1><p>${body}</p><p>The panel found that nine of the ten harbours had no lights, and asked for new ones by spring.</p></article></body></html>`
    const body =
      'The panel met in the harbour office on Tuesday and heard from twelve witnesses over four hours.'
    const backend = await temporaryBackend()
    const first = folderWith({ 'panel.html': page(body) })
    const [added] = (await backend.call('articles.importPaths', { paths: [first] })).lines
    const articleId = added!.articleId!
    await backend.call('articles.correct', { articleId, details: { publisher: 'Harbour News' } })
    const kept = await backend.call('highlights.createByQuote', {
      articleId,
      quote: 'nine of the ten harbours',
    })
    const lost = await backend.call('highlights.createByQuote', { articleId, quote: 'twelve witnesses' })
    const second = folderWith({
      'panel.html': page(`An update was added. ${body.replace('twelve', 'eleven')}`),
    })
    const [version] = (await backend.call('articles.importPaths', { paths: [second] })).lines
    expect(version).toMatchObject({ outcome: 'version', articleId })
    expect(await backend.call('articles.get', { articleId })).toMatchObject({
      version: 2,
      publisher: 'Harbour News',
    })
    const { highlights } = await backend.call('highlights.list', { articleId })
    const state = Object.fromEntries(highlights.map(h => [h.highlightId, h.state]))
    expect(state).toEqual({ [kept.highlightId]: 'anchored', [lost.highlightId]: 'review' })
    expect((await backend.call('articles.get', { articleId, version: 1 })).text).toContain('twelve witnesses')
  })
})

describe('what is the same and what is not', () => {
  const foot = 'https://www.news.example/newsletter'
  test('strangers that carry the same address stay articles of their own', async () => {
    const folder = folderWith({
      'fishing.txt': `Fishing quotas rise\n\nThe quotas for cod rise by a tenth in spring, the ministry said.\n\n${foot}\n`,
      'schools.txt': `Schools open late\n\nEleven schools opened an hour late because of ice on the roads.\n\n${foot}\n`,
    })
    const backend = await temporaryBackend()
    const { lines } = await backend.call('articles.importPaths', { paths: [folder] })
    expect(lines.map(line => line.outcome)).toEqual(['added', 'added'])
    expect((await backend.call('articles.search', { words: 'quotas ' })).total).toBe(1)
  })

  test('an older version that comes again is said to be one', async () => {
    const page = (body: string) =>
      `<html><head><title>Panel</title><link rel="canonical" href="https://news.example/panel"></head><body><article><h1>Panel</h1><p>${body}</p><p>The panel found that nine of the ten harbours had no lights, and asked for new ones by spring.</p></article></body></html>`
    const first = folderWith({
      'a.html': page('The panel met in the harbour office on Tuesday for four hours.'),
    })
    const second = folderWith({ 'b.html': page('The panel met in the town hall on Tuesday for four hours.') })
    const backend = await temporaryBackend()
    const outcome = async (folder: string) =>
      (await backend.call('articles.importPaths', { paths: [folder] })).lines[0]!
    await outcome(first)
    expect(await outcome(second)).toMatchObject({ outcome: 'version' })
    expect(await outcome(first)).toMatchObject({
      outcome: 'duplicate',
      reason: 'It is version 1 of an article whose newest version is 2; nothing was changed.',
    })
  })

  test('a correction that cannot be right is refused in words', async () => {
    const backend = await temporaryBackend()
    const { lines } = await backend.call('articles.importPaths', {
      paths: [folderWith({ 'a.txt': article(1) })],
    })
    const articleId = lines[0]!.articleId!
    for (const details of [{ publishedOn: '2024-99-99' }, { title: '   ' }, { url: 'javascript:alert(1)' }]) {
      const reply = await backend.perform('articles.correct', { articleId, details })
      expect(reply).toMatchObject({
        ok: false,
        fault: { code: 'invalid-input', message: expect.stringContaining('Nothing was changed') },
      })
    }
    const turned = await backend.call('articles.correct', {
      articleId,
      details: { title: 'Plain \u202egpj.exe' },
    })
    expect(turned.title).toBe('Plain [U+202E]gpj.exe')
  })
})

describe('long work', () => {
  test('closing ends it, named or not', async () => {
    const backend = await temporaryBackend()
    const opening = backend.perform('packs.openSample', {})
    await new Promise(resolve => setTimeout(resolve, 150))
    await backend.close()
    expect(await opening).toMatchObject({ ok: false, fault: { code: 'cancelled' } })
    expect(await backend.perform('packs.list', {})).toMatchObject({ ok: false, fault: { code: 'host-gone' } })
  })

  test('the sample opened twice at once is one pack', async () => {
    const backend = await temporaryBackend()
    const packs = await Promise.all([
      backend.call('packs.openSample', {}),
      backend.call('packs.openSample', {}),
    ])
    expect(packs[0].packId).toBe(packs[1].packId)
    expect((await backend.call('packs.list', {})).packs).toHaveLength(1)
  }, 30_000)

  test('a queued export answers its cancel at once', async () => {
    const backend = await temporaryBackend()
    const { packId } = await backend.call('packs.openSample', {})
    const first = backend.perform('packs.export', { packId })
    const second = backend.perform('packs.export', { packId, jobId: 'second' })
    await backend.call('jobs.cancel', { jobId: 'second' })
    expect(await second).toMatchObject({ ok: false, fault: { code: 'cancelled' } })
    expect(await first).toMatchObject({ ok: true })
  }, 30_000)
})

describe('a pack', () => {
  const nested = (depth: number): Record<string, unknown> =>
    depth === 0 ? { type: 'paragraph' } : { type: 'doc', content: [nested(depth - 1)] }

  test('with content this Despatch does not know is never saved over', async () => {
    const backend = await temporaryBackend()
    const made = await backend.call('packs.create', { template: 'submission', title: 'Plain' })
    const { briefing } = await backend.call('packs.get', { packId: made.packId })
    const odd = { ...briefing, content: { type: 'doc', content: [{ type: 'hologram' }] } }
    const { packId } = await backend.call('packs.put', { title: 'Odd', briefing: odd })
    const reply = await backend.perform('packs.save', { packId, baseRevision: 1, briefing })
    expect(reply).toMatchObject({ ok: false, fault: { code: 'archive-read-only' } })
  })

  test('nested beyond reason, or in the bin, is refused in words', async () => {
    const backend = await temporaryBackend()
    const { packId } = await backend.call('packs.create', { template: 'submission', title: 'Plain' })
    const { briefing } = await backend.call('packs.get', { packId })
    const deep = { ...briefing, content: nested(5000) }
    expect(await backend.perform('packs.save', { packId, baseRevision: 1, briefing: deep })).toMatchObject({
      ok: false,
      fault: { code: 'invalid-input' },
    })
    await backend.call('packs.remove', { packId })
    const changed = { ...briefing, head: { ...briefing.head, to: 'Minister' } }
    expect(await backend.perform('packs.save', { packId, baseRevision: 1, briefing: changed })).toMatchObject(
      {
        ok: false,
        fault: { code: 'not-found', message: expect.stringContaining('in the bin') },
      },
    )
  })
})

describe('verify', () => {
  test('names an original and a text that changed behind its back', async () => {
    const folder = temporaryFolder()
    const sources = folderWith({ 'a.txt': article(1), 'b.txt': article(2) })
    const first = await temporaryBackend(folder)
    await first.call('articles.importPaths', { paths: [sources] })
    await first.close()
    const raw = new Sqlite(archiveFile(folder))
    raw
      .prepare("UPDATE article_versions SET text = replace(text, '1 points', '9 points') WHERE rowid = 1")
      .run()
    raw.prepare('UPDATE originals SET packed = zeroblob(20) WHERE id = 2').run()
    raw.close()
    const second = await temporaryBackend(folder)
    const { differences } = await second.call('archive.verify', {})
    expect(differences.map(d => d.what).join('\n')).toMatch(
      /original.*\n?.*text of version 1.*\n?.*search index does not say/s,
    )
  })
})

describe('a kill', () => {
  test('loses nothing that was acknowledged', async () => {
    const folder = temporaryFolder()
    const main = join(import.meta.dirname, '..', 'cli', 'main.ts')
    const acknowledged: string[] = []
    for (let round = 0; round < 8; round++) {
      const child = fork(main, ['call', '--stdin', '--archive', folder], { execArgv: [], silent: true })
      child.stdin!.on('error', () => {})
      for (let i = 0; i < 400; i++)
        child.stdin!.write(
          `${JSON.stringify(['packs.create', { template: 'submission', title: `${round}.${i}` }])}\n`,
        )
      let pending = ''
      const enough = 3 + round * 5
      let seen = 0
      child.stdout!.on('data', chunk => {
        const lines = (pending + chunk).split('\n')
        pending = lines.pop()!
        for (const line of lines) {
          acknowledged.push(JSON.parse(line).value.packId)
          if (++seen === enough) child.kill('SIGKILL')
        }
      })
      await once(child, 'close')
    }
    const backend = await temporaryBackend(folder)
    const { packs } = await backend.call('packs.list', {})
    const ids = new Set(packs.map(pack => pack.packId))
    expect(acknowledged.length).toBeGreaterThan(100)
    expect(acknowledged.filter(id => !ids.has(id))).toEqual([])
    expect((await backend.call('archive.verify', {})).differences).toEqual([])
  }, 60_000)
})
