import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { nodeHost } from '../../../node/nodeHost.ts'
import { archiveFile } from '../../database/openDatabase.ts'
import { folderWith } from '../../fixtures/sourceFolder.ts'
import { temporaryBackend, temporaryFolder } from '../../fixtures/temporaryArchive.ts'
import type { JobPort } from '../../host.ts'
import { zipBytes } from '../fixtures/hostile/zipBytes.ts'

/** A port whose process answers each piece of work as it is told to. */
function answering(answer: (request: { id: number; input: unknown }) => unknown): JobPort {
  let listen: (message: unknown) => void = () => {}
  return {
    post: request => {
      if ('input' in (request as object)) setImmediate(() => listen(answer(request as never)))
    },
    onMessage: listener => {
      listen = listener
    },
    onExit: () => {},
    kill: () => {},
  }
}

async function importing(entry: 'parse' | 'unpack', answer: Parameters<typeof answering>[0]) {
  const folder = temporaryFolder()
  const host = nodeHost({ kind: 'cli', archiveFolder: folder })
  const backend = await temporaryBackend(folder, {
    startJob: each => (each === entry ? answering(answer) : host.startJob(each)),
  })
  const data = new TextEncoder().encode('Boats return\n\nNobody was turned away.\n')
  const paths = [
    folderWith({
      'a.zip': zipBytes([{ name: 'boats.txt', data }]),
      'wine.txt': 'A good year\n\nFor wine.\n',
    }),
  ]
  return { backend, lines: (await backend.call('articles.importPaths', { paths })).lines }
}

test.each([
  [
    'fails as nobody foresaw',
    { fault: { code: 'undefined', message: 'x is not a function', isStated: false } },
  ],
  ['says what no fault is called', { fault: { code: 'cancelled', message: 'x', isStated: true } }],
  ['gives a member without a name', { item: { path: '', bytes: new Uint8Array() }, number: 1 }],
  ['gives no member at all', { item: null, number: 1 }],
])('an archive whose process %s is refused, and what comes after it is taken in', async (_, answer) => {
  const { lines } = await importing('unpack', ({ id }) => ({ id, ...answer }))
  expect(lines.map(({ outcome }) => outcome)).toEqual(['refused', 'added'])
  expect(lines[0]!.reason).toContain('a.zip')
})

test('a reader that is certain of nonsense has its file refused, and nothing is kept of it', async () => {
  const { backend, lines } = await importing('parse', ({ id, input }) => ({
    id,
    value: (input as { sources: unknown[] }).sources.map(() => ({ file: { articles: 7 } })),
  }))
  expect(lines.map(({ outcome }) => outcome)).toEqual(['refused', 'refused'])
  expect(await backend.call('archive.verify', {})).toMatchObject({
    articles: 0,
    originals: 0,
    differences: [],
  })
})

test('an article that the archive does not take is refused alone, and nothing of it is left', async () => {
  const folder = temporaryFolder()
  const backend = await temporaryBackend(folder)
  const raw = new Sqlite(archiveFile(folder))
  raw.exec(
    `CREATE TRIGGER odd BEFORE INSERT ON sketches WHEN new.article = 2 BEGIN SELECT raise(ABORT, 'odd'); END`,
  )
  raw.close()
  const words = (word: string) => Array.from({ length: 60 }, (_, i) => `${word}${i}`).join(' ')
  const texts = ['one', 'two', 'three'].map((word, i) => [`${i}.txt`, `${word}\n\n${words(word)}\n`])
  const { lines } = await backend.call('articles.importPaths', {
    paths: [folderWith(Object.fromEntries(texts))],
  })
  expect(lines.map(({ outcome }) => outcome)).toEqual(['added', 'refused', 'refused'])
  expect(await backend.call('archive.verify', {})).toMatchObject({
    articles: 1,
    originals: 1,
    differences: [],
  })
  expect((await backend.call('articles.search', { words: 'two1' })).total).toBe(0)
})
