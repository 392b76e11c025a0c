import { describe, expect, test } from 'vitest'
import { temporaryDatabase } from '../../fixtures/temporaryArchive.ts'
import { buildSegment } from '../../search/buildSegment.ts'
import { membersOf } from '../copies/groups.ts'
import { incomingFile } from '../incomingFile.ts'
import type { ParsedSource } from '../parsedSource.ts'
import { correctArticle, getArticle, removeArticle } from '../store.ts'
import { isKnown, storeFile } from './storeFile.ts'

const time = '2024-12-15T09:12:00.000Z'

interface Read extends Partial<ParsedSource> {
  paragraphs: readonly string[]
}

/** One article as a reader would have read it. */
function parsed({ paragraphs, ...details }: Read): ParsedSource {
  let end = -1
  const blocks = paragraphs.map(paragraph => {
    const start = end + 1
    end = start + paragraph.length
    return { kind: 'paragraph' as const, start, end }
  })
  return {
    title: paragraphs[0]!.slice(0, 60),
    byline: null,
    publisher: null,
    publishedOn: null,
    modifiedOn: null,
    url: null,
    canonicalUrl: null,
    language: null,
    section: null,
    evidence: {},
    capturedAt: null,
    encoding: 'utf-8',
    noText: null,
    text: paragraphs.join('\n'),
    blocks,
    ...details,
  }
}

function archive() {
  const { db } = temporaryDatabase()
  const store = (bytes: string, ...articles: Read[]) => {
    const file = incomingFile(new TextEncoder().encode(bytes), {
      articles: articles.map(parsed),
      references: [],
    })
    const source = {
      name: `${bytes}.txt`,
      path: `${bytes}.txt`,
      origin: `${bytes}.txt`,
      kind: 'text' as const,
      bytes: new Uint8Array(),
      sha256: file.sha256,
    }
    const lines = db.transaction(() =>
      storeFile(db, source, { file, index: buildSegment([]), first: 0 }, time, null),
    )()
    return { lines, isKnown: isKnown(db, source) }
  }
  const rowOf = (articleId: string) =>
    db.prepare('SELECT id FROM articles WHERE article_id = ?').pluck().get(articleId) as number
  /** As if all that is here had been read by an importer that read less well. */
  const age = () => db.prepare(`UPDATE article_versions SET importer = '1'`).run()
  return { db, store, rowOf, age }
}

const boats = ['Boats return', 'The harbour office counted 412 boats this week.', 'Nobody was turned away.']
const wine = [
  'A good year for wine',
  'The southern slope had its best year.',
  'Growers put it down to the spring.',
]
const rails = [
  'A line reopens',
  'Trains run to the coast again from May.',
  'The bridge took four years to mend.',
]
const long = (word: string, count: number): string =>
  Array.from({ length: count }, (_, i) => `${word}${i}`).join(' ')

describe('a file that holds several articles', () => {
  test('is known only when every one of them came from it', () => {
    const { store } = archive()
    store('wine', { paragraphs: wine })
    const first = store('week', { paragraphs: boats }, { paragraphs: wine }, { paragraphs: boats })
    expect(first.lines.map(({ outcome }) => outcome)).toEqual(['added', 'duplicate', 'duplicate'])
    expect(first.isKnown).toBe(false)
    const again = store('week', { paragraphs: boats }, { paragraphs: wine }, { paragraphs: boats })
    expect(again.lines.map(({ outcome }) => outcome)).toEqual(['duplicate', 'duplicate', 'duplicate'])
    expect(store('both', { paragraphs: rails }, { paragraphs: ['Other', 'words'] }).isKnown).toBe(true)
  })

  test('never makes one of them a version of another', () => {
    const { store } = archive()
    const url = 'https://library.example/export'
    const { lines } = store(
      'week',
      { paragraphs: ['In brief', ...boats], url },
      { paragraphs: ['In brief', ...wine], url },
    )
    expect(lines.map(({ outcome }) => outcome)).toEqual(['added', 'added'])
  })

  test('in which a better importer finds one more keeps those it had', () => {
    const { db, store, age } = archive()
    const before = store('week', { paragraphs: boats }, { paragraphs: wine }).lines
    age()
    const after = store('week', { paragraphs: rails }, { paragraphs: boats }, { paragraphs: wine })
    expect(after.lines.map(({ outcome }) => outcome)).toEqual(['added', 'duplicate', 'duplicate'])
    expect(after.lines.slice(1).map(({ articleId }) => articleId)).toEqual(
      before.map(({ articleId }) => articleId),
    )
    expect(after.isKnown).toBe(true)
    expect(after.lines.map(({ articleId }) => getArticle(db, articleId!).part)).toEqual([0, 1, 2])
  })
})

describe('the same bytes read by a better importer', () => {
  test('take its findings, also after a desk has looked the article up', () => {
    const { db, store, age } = archive()
    const [line] = store('boats', { paragraphs: boats }).lines
    correctArticle(db, line!.articleId!, { publisher: 'The Evening Ledger' }, time)
    age()
    expect(store('boats', { paragraphs: boats, byline: 'Ann Example' }).isKnown).toBe(true)
    expect(getArticle(db, line!.articleId!)).toMatchObject({
      byline: 'Ann Example',
      publisher: 'The Evening Ledger',
      importer: '2',
    })
  })

  test('keep the address that was given with them the first time', () => {
    const { db, store, age } = archive()
    const url = 'https://ledger.example/boats'
    const [line] = store('boats', { paragraphs: boats, url, evidence: { url: 'given with the file' } }).lines
    age()
    store('boats', { paragraphs: boats })
    expect(getArticle(db, line!.articleId!)).toMatchObject({ url, evidence: { url: 'given with the file' } })
    const newer = store('newer', { paragraphs: [...boats, 'One more line.'], url })
    expect(newer.lines[0]).toMatchObject({ outcome: 'version', articleId: line!.articleId })
  })

  test('leave the copies to the newest version when they are an older one', () => {
    const { db, store, rowOf, age } = archive()
    const [early, late] = [long('early', 80), long('late', 80)]
    const url = 'https://ledger.example/live'
    const [line] = store('one', { paragraphs: ['Live', early], url }).lines
    store('two', { paragraphs: ['Live', late], url })
    const [copy] = store('three', { paragraphs: ['Elsewhere', late] }).lines
    const together = [rowOf(line!.articleId!), rowOf(copy!.articleId!)]
    expect(membersOf(db, together[0]!)).toEqual(together)
    age()
    store('one', { paragraphs: ['Live', early], url })
    const [third] = store('four', { paragraphs: ['Once more', late] }).lines
    expect(membersOf(db, rowOf(third!.articleId!))).toEqual([...together, rowOf(third!.articleId!)])
    const [fourth] = store('five', { paragraphs: ['Long ago', early] }).lines
    expect(membersOf(db, rowOf(fourth!.articleId!))).toHaveLength(1)
  })
})

describe('articles at one address', () => {
  const url = 'https://ledger.example/news'

  test('that are strangers get versions of their own', () => {
    const { store } = archive()
    const ids = [boats, wine].map(
      (paragraphs, i) => store(String(i), { paragraphs, url }).lines[0]!.articleId,
    )
    expect(new Set(ids).size).toBe(2)
    const later = [boats, wine].map(
      (paragraphs, i) => store(`later ${i}`, { paragraphs: [...paragraphs, 'Added later.'], url }).lines[0],
    )
    expect(later.map(line => [line!.outcome, line!.articleId])).toEqual(ids.map(id => ['version', id]))
  })

  test('are one although an official has set the title right', () => {
    const { db, store } = archive()
    const [line] = store('one', {
      title: 'Live: ministers meet',
      paragraphs: ['They have sat down.'],
      url,
    }).lines
    correctArticle(db, line!.articleId!, { title: 'Ministers meet (live)' }, time)
    expect(
      store('two', { title: 'Live: ministers meet', paragraphs: ['They have risen.'], url }).lines[0],
    ).toMatchObject({
      outcome: 'version',
      articleId: line!.articleId,
    })
  })
})

test('a text that is here twice is the one that is not in the bin', () => {
  const { db, store } = archive()
  const at = (host: string) => ({ paragraphs: boats, url: `https://${host}.example/boats` })
  const [binned, live] = [store('one', at('ledger')).lines[0]!, store('two', at('echo')).lines[0]!]
  removeArticle(db, binned.articleId!, time)
  expect(store('three', { paragraphs: boats }).lines[0]).toMatchObject({
    outcome: 'duplicate',
    articleId: live.articleId,
  })
})
