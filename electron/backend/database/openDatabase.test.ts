import { fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { storeArticle, temporaryFolder } from '../fixtures/temporaryArchive.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { archiveFile, openDatabase } from './openDatabase.ts'
import { unsuitable } from './suitable.ts'

describe('opening an archive', () => {
  test('sets what keeps acknowledged changes safe', () => {
    const { db, close } = openDatabase(temporaryFolder())
    onTestFinished(close)
    const pragma = (name: string) => db.pragma(name, { simple: true })
    expect(pragma('journal_mode')).toBe('wal')
    expect(pragma('synchronous')).toBe(2)
    expect(pragma('foreign_keys')).toBe(1)
    expect(pragma('mmap_size')).toBe(0)
    expect(pragma('trusted_schema')).toBe(0)
  })

  test('a second one reads and says why it cannot write', () => {
    const folder = temporaryFolder()
    const first = openDatabase(folder)
    onTestFinished(() => first.close())
    storeArticle(first, ['Held by the first.'])
    const second = openDatabase(folder)
    onTestFinished(() => second.close())
    expect(second.readOnly?.code).toBe('archive-in-use')
    expect(second.db.prepare('SELECT title FROM article_current').pluck().all()).toEqual([
      'Held by the first.',
    ])
    expect(() => second.db.exec('DELETE FROM articles')).toThrow(/readonly/)
  })

  test('the system gives the archive back when its holder is killed', async () => {
    const folder = temporaryFolder()
    const holder = join(folder, 'holder.ts')
    writeFileSync(
      holder,
      `import { openDatabase } from ${JSON.stringify(join(import.meta.dirname, 'openDatabase.ts'))}
       openDatabase(${JSON.stringify(folder)}); process.send('open'); setInterval(() => {}, 1000)`,
    )
    const child = fork(holder, { execArgv: [] })
    await once(child, 'message')
    const during = openDatabase(folder)
    during.close()
    child.kill('SIGKILL')
    await once(child, 'exit')
    const after = openDatabase(folder)
    onTestFinished(() => after.close())
    expect(during.readOnly?.code).toBe('archive-in-use')
    expect(after.readOnly).toBeNull()
  })

  test('a damaged file is refused by name and left as it was', () => {
    const folder = temporaryFolder()
    const rubbish = Buffer.from('this was a database once, but no longer '.repeat(200))
    writeFileSync(archiveFile(folder), rubbish)
    expect(() => openDatabase(folder)).toThrow(
      expect.objectContaining({
        code: 'archive-damaged',
        message: expect.stringContaining(archiveFile(folder)),
      }),
    )
    expect(readFileSync(archiveFile(folder))).toEqual(rubbish)
  })

  test('a database of another program is refused by name and left as it was', () => {
    const folder = temporaryFolder()
    const other = new Sqlite(archiveFile(folder))
    other.exec('CREATE TABLE articles (theirs TEXT)')
    other.close()
    expect(() => openDatabase(folder)).toThrow(
      expect.objectContaining({
        code: 'archive-unsuitable',
        message: expect.stringContaining('belongs to another program'),
      }),
    )
  })

  test('a folder reached through a link is judged by where it is', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'OneDrive'))
    symlinkSync(join(folder, 'OneDrive'), join(folder, 'innocent'))
    expect(() => openDatabase(join(folder, 'innocent', 'archive'))).toThrow(/inside OneDrive/)
  })

  test('an archive from a newer version is read and not changed', () => {
    const folder = temporaryFolder()
    openDatabase(folder).close()
    const raw = new Sqlite(archiveFile(folder))
    raw.pragma(`user_version = ${migrations.length + 1}`)
    raw.close()
    const opened = openDatabase(folder)
    onTestFinished(() => opened.close())
    expect(opened.readOnly?.code).toBe('archive-read-only')
  })

  test('a file where the folder should be is refused in words', () => {
    const file = join(temporaryFolder(), 'archive')
    writeFileSync(file, '')
    expect(() => openDatabase(file)).toThrow(expect.objectContaining({ code: 'archive-unsuitable' }))
  })

  test.skipIf(process.getuid?.() === 0)('a folder without permission is refused in words', () => {
    const folder = temporaryFolder()
    chmodSync(folder, 0o500)
    onTestFinished(() => chmodSync(folder, 0o700))
    expect(() => openDatabase(folder)).toThrow(expect.objectContaining({ code: 'archive-unsuitable' }))
  })
})

describe('migrating', () => {
  test('keeps a copy first and changes all or nothing', () => {
    const folder = temporaryFolder()
    const { db, close } = openDatabase(folder)
    onTestFinished(close)
    const before = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()
    const broken = [...migrations, 'CREATE TABLE late (a TEXT) STRICT; SELECT no_such_function();']
    expect(() => migrate(db, folder, broken)).toThrow(/no_such_function/)
    expect(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()).toBe(before)
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length)
    expect(existsSync(join(folder, `archive-before-${broken.length}.sqlite`))).toBe(true)
  })
})

describe('a folder that cannot hold an archive', () => {
  test.each([
    ['\\\\server\\share\\archive', 'it is a network share'],
    [
      'C:\\Users\\pat\\OneDrive - Department\\archive',
      'it is inside OneDrive, which copies files while they are in use',
    ],
    ['/home/pat/Dropbox/archive', 'it is inside Dropbox, which copies files while they are in use'],
    ['/home/pat/Dropbox (Work)/archive', 'it is inside Dropbox, which copies files while they are in use'],
    [
      '/Users/pat/Library/CloudStorage/OneDrive-Personal/archive',
      'it is inside CloudStorage, which copies files while they are in use',
    ],
    ['/mnt/shared/archive', 'it is a network share'],
    ['/home/pat/archive', null],
    ['/home/pat/OneDriveNotes/archive', null],
  ])('%s', (folder, reason) => {
    const mounted = [
      ['/', 'ext4'],
      ['/mnt/shared', 'cifs'],
      ['/mnt', 'ext4'],
    ] as const
    expect(unsuitable(folder, mounted)).toBe(reason)
  })
})
