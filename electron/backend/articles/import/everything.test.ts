import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryBackend, temporaryFolder } from '../../fixtures/temporaryArchive.ts'
import { putStaged } from '../../staging.ts'
import { hostileNames, hostilyNamedZip } from '../fixtures/hostile/hostileNames.ts'
import { deepMessages, deepMime, longHeader, manyParts } from '../fixtures/hostile/mimeBombs.ts'
import { gzipBomb, lyingLength, passedOverBomb } from '../fixtures/hostile/warcBombs.ts'
import {
  deepArchives,
  deepFolders,
  lyingSizes,
  manyEntries,
  nestedBomb,
  oddMembers,
  overlappingBomb,
  oversizedMember,
} from '../fixtures/hostile/zipBombs.ts'

const bombs = [
  deepArchives(),
  deepFolders(),
  deepMessages(),
  deepMime(),
  gzipBomb(),
  longHeader(),
  lyingLength(),
  lyingSizes(),
  manyEntries(),
  manyParts(),
  nestedBomb(),
  oddMembers(),
  overlappingBomb(),
  oversizedMember(),
  passedOverBomb(),
  hostilyNamedZip(),
]

/** Every file that the readers' own tests read. */
const formats = readdirSync(join(import.meta.dirname, '..'), { recursive: true, encoding: 'utf8' })
  .filter(path => /fixtures[\\/][^\\/]+\.\w+$/.test(path) && !/\.(ts|md)$/.test(path))
  .map(path => join(import.meta.dirname, '..', path))

/** A folder with every format, one bomb of each kind, and under the hostile names that a disk takes a text each. */
function everything(): { folder: string; files: string[] } {
  const folder = join(temporaryFolder(), 'everything')
  for (const name of ['formats', 'bombs', 'names']) mkdirSync(join(folder, name), { recursive: true })
  for (const path of formats) copyFileSync(path, join(folder, 'formats', basename(path)))
  for (const { name, bytes } of bombs) writeFileSync(join(folder, 'bombs', name), bytes)
  for (const [i, name] of hostileNames().entries()) {
    if (/[/\0]/.test(name) || /^\.{1,2}$/.test(name) || name.startsWith('.') || Buffer.byteLength(name) > 255)
      continue
    writeFileSync(join(folder, 'names', name), `Text number ${i} under a hostile name.\n`)
  }
  const files = readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
  return { folder, files }
}

test('a folder with every format, a bomb of each kind and hostile names: a line for each, the app usable throughout', async () => {
  const { folder, files } = everything()
  const logged: unknown[] = []
  const archive = temporaryFolder()
  const backend = await temporaryBackend(archive, {
    logError: (error, context) => logged.push([context, error]),
  })
  const importing = backend.call('articles.importPaths', { jobId: 'all', paths: [folder] })
  let isDone = false
  let answered = 0
  const asking = (async () => {
    while (!isDone) {
      await backend.call('articles.search', { words: 'text number' })
      answered++
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  })()
  const { lines, unread } = await importing
  isDone = true
  await asking

  expect(unread).toBe(0)
  const withoutLine = files.filter(
    file => !lines.some(({ path }) => path === file || path.startsWith(`${file}/`)),
  )
  expect(withoutLine).toEqual([])
  for (const { outcome, reason } of lines) {
    if (outcome !== 'refused') continue
    expect(reason).toMatch(/[.!]$/)
    expect(reason!.length).toBeGreaterThan(40)
  }
  expect(answered).toBeGreaterThan(10)
  // Whatever a file holds, its reader foresaw it.
  expect(logged).toEqual([])
  expect(
    readdirSync(archive).filter(name => !/^archive\.(lock(-journal)?|sqlite(-wal|-shm)?)$/.test(name)),
  ).toEqual([])
  expect((await backend.call('archive.verify', {})).differences).toEqual([])

  const again = await backend.call('articles.importPaths', { paths: [join(folder, 'formats')] })
  expect(again.lines.filter(({ outcome }) => outcome === 'added' || outcome === 'version')).toEqual([])
}, 300_000)

test('500 hostile names that arrive through the byte door lead to nothing but names', async () => {
  const archive = temporaryFolder()
  const backend = await temporaryBackend(archive)
  const sources = []
  for (const [i, name] of hostileNames().entries()) {
    const bytes = new TextEncoder().encode(`Text number ${i} under a hostile name.\n`)
    const staged = await putStaged(
      archive,
      (async function* () {
        yield bytes
      })(),
    )
    sources.push({ staged, name: name.slice(-1000).toWellFormed() || 'x' })
  }
  const { lines } = await backend.call('articles.import', { sources })
  expect(lines).toHaveLength(500)
  expect(lines.filter(({ outcome }) => outcome === 'added')).toHaveLength(500)
  for (const { articleId } of lines) {
    const { origin } = await backend.call('articles.get', { articleId: articleId! })
    expect(origin).not.toMatch(/[\\/\u0000-\u001f\u202a-\u202e\u2066-\u2069]/)
  }
  expect(readdirSync(join(archive, 'staging'))).toEqual([])
}, 60_000)
