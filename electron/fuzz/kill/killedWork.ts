import { writeSync } from 'node:fs'
import { incomingFile } from '../../backend/articles/incomingFile.ts'
import { insertArticle } from '../../backend/articles/insertVersion.ts'
import { correctArticle, removeArticle, restoreArticle } from '../../backend/articles/store.ts'
import { type Database, openDatabase } from '../../backend/database/openDatabase.ts'
import { buildSegment } from '../../backend/search/buildSegment.ts'
import { mergeIndex } from '../../backend/search/mergeIndex.ts'
import { addSegment, clearIndex, indexWaiting, prepareIndex } from '../../backend/search/writeIndex.ts'
import { articleParts, seededRandom } from '../../bench/generateArticle.ts'
import type { DoneStep } from './doneStep.ts'

/**
 * What is killed: it adds, corrects, removes and restores articles in an archive, indexes and merges them, as its seed says, and writes
 * a line for each step that is done. At the write with this number, counted from 1, it is killed as by a power cut of the
 * process; with 0 it comes to its end and says how many writes there were. A write is any statement that is run.
 */
const [folder, seed, steps, killAt] = [process.argv[2]!, ...process.argv.slice(3).map(Number)] as [
  string,
  number,
  number,
  number,
]
const random = seededRandom(seed)
const now = '2025-01-31T09:00:00.000Z'
const { db, close } = openDatabase(folder)
const articleIds = db.prepare('SELECT article_id FROM articles ORDER BY id').pluck()
let writes = 0
let merging: Generator<void> | null = null

function work(): void {
  const at = random()
  const ids = articleIds.all() as string[]
  const articleId = ids[Math.floor(random() * ids.length)]
  if (at < 0.2 || articleId === undefined) importSome(1 + Math.floor(random() * 5))
  else if (at < 0.3) correct(articleId)
  else if (at < 0.45) {
    const isRemoved = random() < 0.6
    db.transaction(() => (isRemoved ? removeArticle(db, articleId, now) : restoreArticle(db, articleId)))()
    say({ did: 'remove', articleId, isRemoved })
  } else if (at < 0.6) indexWaiting(db)
  else if (at < 0.61) {
    merging?.return(undefined)
    merging = null
    clearIndex(db)
  } else merge()
}

/** A little of a merge; it goes on while other things are done. */
function merge(): void {
  merging ??= mergeIndex(db, { fanOut: 2 })
  for (let left = 3; left > 0; left--) {
    if (!merging.next().done) continue
    merging = null
    return
  }
}

/** As an import does: the articles commit by commit, their part of the index with the last; now and then one is corrected before. */
function importSome(count: number): void {
  const made = Array.from({ length: count }, () => {
    const { title, date, paragraphs } = articleParts(random)
    const text = paragraphs.slice(0, 3).join('\n')
    return { title, publisher: null, byline: null, publishedOn: date, text }
  })
  const documents = made.map(({ publishedOn, ...rest }, i) => ({
    ...rest,
    key: i,
    day: publishedOn,
    furniture: [],
  }))
  const built = buildSegment(documents)
  const keys: (number | null)[] = made.map(() => null)
  for (const [number, details] of made.entries()) {
    const isLast = number === made.length - 1
    const bytes = new TextEncoder().encode(JSON.stringify(details))
    const parsed = {
      ...nothingElse,
      ...details,
      blocks: [{ kind: 'paragraph' as const, start: 0, end: details.text.length }],
    }
    const file = incomingFile(bytes, { articles: [parsed], references: [] })
    const source = {
      ...file.articles[0]!,
      file,
      origin: 'killed.txt',
      part: 0,
      parts: 1,
      indexed: { number, keys },
    }
    const articleId = db.transaction(() => {
      const id = insertArticle(db, source as Parameters<typeof insertArticle>[1], now)
      if (isLast) addSegment(db, built, keys)
      return id
    })()
    say({ did: 'add', articleId, title: details.title })
    if (!isLast && random() < 0.2) correct(articleId)
  }
}

function correct(articleId: string): void {
  const { title } = articleParts(random)
  correctArticle(db, articleId, { title }, now)
  say({ did: 'correct', articleId, title })
}

const nothingElse = {
  url: null,
  modifiedOn: null,
  canonicalUrl: null,
  section: null,
  evidence: {},
  capturedAt: null,
  noText: null,
  language: 'en-GB',
  encoding: 'utf-8',
} as const

/** At once, so that nothing that was done is unsaid when the process is gone. */
function say(step: DoneStep): void {
  writeSync(1, `${JSON.stringify(step)}\n`)
}

/** Every statement that is run passes here, the beginnings and ends of commits too. */
function countWrites(database: Database): void {
  const statement = Object.getPrototypeOf(database.prepare('SELECT 1')) as {
    run(...values: unknown[]): unknown
  }
  const { run } = statement
  statement.run = function (...values) {
    if (++writes === killAt) process.kill(process.pid, 'SIGKILL')
    return run.apply(this, values)
  }
}

countWrites(db)
prepareIndex(db)
for (let step = 0; step < steps; step++) work()
close()
say({ did: 'end', writes })
