import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { temporaryFolder } from '../backend/fixtures/temporaryArchive.ts'

/** Each test starts several processes. */
vi.setConfig({ testTimeout: 60_000 })

const main = join(import.meta.dirname, 'main.ts')
const posix = process.platform !== 'win32'

interface Setting {
  input?: string
  env?: NodeJS.ProcessEnv
}

function despatch(archive: string, args: string[], { input = '', env = {} }: Setting = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args, '--archive', archive], {
    input,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    timeout: 60_000,
  })
  return { status, stdout, stderr, json: () => JSON.parse(stdout) }
}

const newArchive = () => join(temporaryFolder(), 'archive')

describe('what nobody foresaw', () => {
  test('is logged whole and told in one plain sentence', () => {
    const archive = newArchive()
    const env = { TMPDIR: join(archive, 'no', 'such'), DESPATCH_ARCHIVE: archive }
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [main, 'demo', '--json', '--to', join(archive, '..', 'to')],
      { encoding: 'utf8', env: { ...process.env, ...env } },
    )
    expect(status).toBe(1)
    expect(JSON.parse(stdout).fault).toMatchObject({ code: 'internal' })
    expect(stderr).toMatch(/^Something went wrong inside Despatch\. .*Try again/)
    expect(stderr).not.toMatch(/\bat \S+:\d+|ENOENT/)
    expect(readFileSync(join(archive, 'despatch.log'), 'utf8')).toMatch(/demo\nError: ENOENT.*mkdtemp/)
  })

  test.skipIf(!posix)('ends quietly when nobody reads its output', () => {
    const archive = newArchive()
    const calls = join(archive, '..', 'calls')
    writeFileSync(calls, '["archive.status", {}]\n'.repeat(20_000))
    const { stdout, stderr } = spawnSync(
      'bash',
      ['-c', '"$0" "$1" call --stdin --archive "$2" <"$3" | head -1; echo $PIPESTATUS'].concat(
        process.execPath,
        main,
        archive,
        calls,
      ),
      { encoding: 'utf8', timeout: 60_000 },
    )
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^\{"ok":true.*\n0\n$/)
  })

  test.skipIf(!existsSync('/dev/full'))('says that its output could not be written', () => {
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', '"$0" "$1" search "" --archive "$2" --json >/dev/full', process.execPath, main, newArchive()],
      { encoding: 'utf8' },
    )
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/The output could not be written: the disk is full/),
    ])
    expect(stderr).not.toMatch(/\bat \S+:\d+/)
  })
})

describe('a folder that cannot be', () => {
  test('is told before the work begins', () => {
    const archive = newArchive()
    const file = join(archive, '..', 'file')
    writeFileSync(file, 'mine')
    for (const to of [file, join(file, 'below'), ...(process.platform === 'linux' ? ['/proc/nope'] : [])]) {
      const { status, json } = despatch(archive, ['demo', '--to', to, '--json'])
      expect(status, to).toBe(1)
      expect(json().fault, to).toMatchObject({
        code: 'unreadable-file',
        message: expect.stringMatching(/ cannot be used: .*Choose another/),
      })
    }
    expect(existsSync(archive)).toBe(false)
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })

  test.skipIf(process.platform !== 'linux')('is told when the archive was to be there', () => {
    const { status, json } = despatch('/proc/nope/archive', ['verify', '--json'])
    expect([status, json().fault.code]).toEqual([1, 'archive-unsuitable'])
  })
})

test('an export leaves a neighbour named like its partial file alone', () => {
  const archive = newArchive()
  const target = join(archive, '..', 'b.pdf')
  writeFileSync(`${target}.part`, 'mine')
  const { packId } = despatch(archive, ['pack', 'new', '--title', 'T', '--json']).json()
  expect(despatch(archive, ['export', packId, '--to', target]).status).toBe(0)
  expect(readFileSync(`${target}.part`, 'utf8')).toBe('mine')
  expect(readFileSync(target, 'latin1')).toMatch(/^%PDF/)
})

test('a line of input may hold any character of JSON, and the last needs no end', () => {
  const { stdout } = despatch(newArchive(), ['call', '--stdin'], {
    input:
      '["settings.put", {"key": "theme", "value": "\u2028\u2029"}]\r\n["settings.get", {}]\n["archive.status"]',
  })
  const replies = stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(replies).toHaveLength(3)
  expect(replies.every(reply => reply.ok || reply.fault.message !== 'A line is [name, input] in JSON.')).toBe(
    true,
  )
})

test('stray words and numbers out of range are wrong usage', () => {
  const archive = newArchive()
  for (const args of [
    ['search', '', '--limit', '201'],
    ['search', '', '--limit', '500'],
    ['search', '', '--limit', '1.5'],
    ['search', '', '--limit', ''],
    ['search', '', '--limit=-1'],
    ['verify', 'junk'],
    ['pack', 'list', 'extra'],
    ['pack', 'new', 'extra', '--title', 'T'],
    ['call', 'packs.list', '{}', 'extra'],
    ['call', '--stdin', 'extra'],
    ['demo', 'extra'],
  ]) {
    const { status, stdout, stderr } = despatch(archive, args)
    expect([status, stdout], args.join(' ')).toEqual([2, ''])
    expect(stderr).toContain('despatch <command>')
    expect(stderr).not.toContain('articles.search:')
  }
  expect(despatch(archive, ['search', 'x', '--limit', '200']).status).toBe(0)
})

describe('an import', () => {
  test('of which nothing could be taken in is a failure', () => {
    const archive = newArchive()
    const empty = join(archive, '..', 'empty.txt')
    writeFileSync(empty, '')
    const { status, stderr } = despatch(archive, ['import', empty, join(archive, '..', 'gone.txt')])
    expect([status, stderr]).toEqual([1, expect.stringContaining('2 refused')])
    writeFileSync(join(archive, '..', 'good.txt'), 'A title\n\nA paragraph about a harbour.\n')
    expect(despatch(archive, ['import', empty, join(archive, '..', 'good.txt')]).status).toBe(0)
  })

  test.skipIf(process.platform !== 'linux')('names a file without letting the terminal obey it', () => {
    const archive = newArchive()
    const { stdout, stderr } = despatch(archive, ['import', join(archive, '..', 'a\u001b[31m\u202etxt.exe')])
    expect(stdout).toContain('a[U+001B][31m[U+202E]txt.exe')
    expect(stdout + stderr).not.toMatch(/[\u001b\u202e]/)
    const unknown = despatch(archive, ['article', '\u001b[31m'])
    expect(unknown.stderr).toContain('[U+001B]')
    expect(unknown.stderr).not.toContain('\u001b')
  })

  test.skipIf(!posix)(
    'that is cancelled gives its lines and says how many were not read',
    async () => {
      const archive = newArchive()
      const sources = join(archive, '..', 'sources')
      mkdirSync(sources)
      const total = 600
      for (let i = 0; i < total; i++)
        writeFileSync(join(sources, `${i}.txt`), `Report ${i}\n\nThe ${i}th paragraph about a harbour.\n`)
      execFileSync('mkfifo', [join(sources, 'pipe')])
      const args = [main, 'import', sources, '--archive', archive, '--json']
      const child = spawn(process.execPath, args, { detached: true })
      onTestFinished(() => void child.kill('SIGKILL'))
      const ended = outcome(child)
      await expect.poll(() => articlesIn(archive), { timeout: 30_000, interval: 20 }).toBeGreaterThan(0)
      // A terminal tells the whole group, the job that parses among them.
      process.kill(-child.pid!, 'SIGINT')
      const { status, stdout, stderr } = await ended
      const lines = stdout
        .trim()
        .split('\n')
        .map(line => JSON.parse(line))
      const { fault } = lines.pop()
      const added = lines.filter(line => line.outcome === 'added').length
      expect(status).toBe(1)
      expect(fault.code).toBe('cancelled')
      expect(fault.message).toContain(`${total - added} of ${total + 1} files were not read`)
      expect(lines).toHaveLength(added + 1)
      expect(added).toBe(articlesIn(archive))
      expect(added).toBeLessThan(total)
      expect(stderr).toContain(fault.message)
      expect(readdirSync(archive)).not.toContain('despatch.log')
    },
    60_000,
  )
})

function articlesIn(archive: string): number {
  try {
    const db = new Sqlite(join(archive, 'archive.sqlite'), { readonly: true })
    try {
      return db.prepare('SELECT count(*) FROM articles').pluck().get() as number
    } finally {
      db.close()
    }
  } catch {
    return 0
  }
}

function outcome(child: ChildProcess): Promise<{ status: number | null; stdout: string; stderr: string }> {
  let [stdout, stderr] = ['', '']
  child.stdout!.setEncoding('utf8').on('data', chunk => {
    stdout += chunk
  })
  child.stderr!.setEncoding('utf8').on('data', chunk => {
    stderr += chunk
  })
  return new Promise(resolve => child.once('close', status => resolve({ status, stdout, stderr })))
}
