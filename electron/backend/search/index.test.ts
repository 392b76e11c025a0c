import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Clause } from '../../../shared/search/query.ts'
import { readQuery } from '../../../shared/search/readQuery.ts'
import { tokensOf } from '../../../shared/search/tokens.ts'
import { correctArticle, removeArticle, restoreArticle } from '../articles/store.ts'
import type { Database } from '../database/openDatabase.ts'
import { storeArticle, temporaryDatabase } from '../fixtures/temporaryArchive.ts'
import { buildSegment, type IndexedDocument } from './buildSegment.ts'
import { checkIndex } from './checkIndex.ts'
import { idOf } from './documents.ts'
import { mergeIndex } from './mergeIndex.ts'
import { openIndex } from './openIndex.ts'
import { runQuery } from './runQuery.ts'
import { addSegment, indexWaiting, prepareIndex, promiseBroken } from './writeIndex.ts'

const words = [
  'boats',
  'boat',
  'harbour',
  'winter',
  'Élysée',
  '34,500',
  '£1.2bn',
  'co-operate',
  'programme',
  'the',
  'of',
  '北京市',
]
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 })
  .map(all => all.join(' '))

type Step =
  | { do: 'add' | 'promise'; title: string; paragraphs: string[] }
  | { do: 'remove' | 'restore'; which: number }
  | { do: 'retitle'; which: number; title: string }
  | { do: 'keep' | 'break' }
  | { do: 'index' }
  | { do: 'merge' }
  | { do: 'search'; typed: string }

const typed = fc.oneof(
  sentence,
  fc.constantFrom(...words).map(word => `${word.slice(0, 2)}`),
  sentence.map(text => `"${text}" `),
  fc.tuple(sentence, fc.constantFrom(...words)).map(([text, word]) => `${text} -${word} `),
  fc.tuple(fc.constantFrom(...words), fc.constantFrom(...words)).map(([a, b]) => `${a} OR ${b} `),
  fc.tuple(fc.constantFrom(...words), fc.constantFrom(...words)).map(([a, b]) => `${a} NEAR/3 ${b} `),
  fc.constantFrom(...words).map(word => `title:${word} `),
)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('add' as const, 'promise' as const),
      title: sentence,
      paragraphs: fc.array(sentence, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('remove' as const, 'restore' as const), which: fc.nat(30) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('retitle' as const), which: fc.nat(30), title: sentence }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('keep' as const, 'break' as const) }) },
  { weight: 2, arbitrary: fc.constant({ do: 'index' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'merge' as const }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('search' as const), typed }) },
)

const now = '2024-12-15T09:12:00.000Z'

function indexAll(db: Database): void {
  while (indexWaiting(db));
}

/** What a person means by these words, found by reading everything. */
function stands(clause: Clause, { title, text }: { title: string; text: string }): boolean {
  const all = [tokensOf(title), tokensOf(text)]
  const inFields = (field: string | null) => (field === 'title' ? [all[0]!] : field === null ? all : [])
  switch (clause.kind) {
    case 'word':
      return inFields(clause.field).some(tokens =>
        tokens.some(
          ({ term, form }) =>
            clause.terms.includes(term) || (clause.beginning !== null && form.startsWith(clause.beginning)),
        ),
      )
    case 'phrase':
      return inFields(clause.field).some(tokens =>
        tokens.some(({ position }) =>
          clause.slots.every((slot, i) =>
            tokens.some(token => token.position === position + i && slot.includes(token.term)),
          ),
        ),
      )
    case 'near':
      return all.some(tokens =>
        tokens.some(({ position }) =>
          clause.words.every(({ terms }) =>
            tokens.some(
              token =>
                terms.includes(token.term) &&
                token.position >= position &&
                token.position <= position + clause.distance,
            ),
          ),
        ),
      )
    case 'not':
      return !stands(clause.clause, { title, text })
    case 'all':
      return clause.clauses.every(each => stands(each, { title, text }))
    case 'any':
      return clause.clauses.some(each => stands(each, { title, text }))
  }
}

describe('the index', () => {
  test('finds what a scan of everything finds, whatever was added, changed, removed and merged before', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), steps => {
        const { db, close } = temporaryDatabaseNow()
        const model: { id: string; title: string; text: string; isRemoved: boolean }[] = []
        let promise = nothingPromised()
        const keep = (): void => {
          if (promise.documents.length > 0)
            db.transaction(() => addSegment(db, buildSegment(promise.documents), promise.keys))()
          promise = nothingPromised()
        }
        try {
          for (const each of steps) {
            const one = 'which' in each ? model[each.which % Math.max(1, model.length)] : undefined
            if (each.do === 'add' || each.do === 'promise') {
              const id = db.transaction(() =>
                storeArticle(
                  { db } as never,
                  each.paragraphs,
                  { title: each.title },
                  promised(each, promise),
                ),
              )()
              model.push({ id, title: each.title, text: each.paragraphs.join('\n'), isRemoved: false })
            } else if (each.do === 'keep') keep()
            else if (each.do === 'break') {
              promiseBroken(db, promise.keys)
              promise = nothingPromised()
            } else if (each.do === 'index') indexWaiting(db)
            else if (each.do === 'merge') {
              for (const _ of mergeIndex(db, { fanOut: 2 }));
            } else if (each.do === 'search') {
              keep()
              indexAll(db)
              const { clause } = readQuery(each.typed, { today: '2024-12-15' })
              if (clause === null) continue
              const { total, best } = runQuery(openIndex(db).segments(), clause, {
                allowed: { key: null, days: null },
                order: 'relevance',
                most: 1000,
              })
              const expected = model
                .filter(article => !article.isRemoved && stands(clause, article))
                .map(({ id }) => id)
              const articleId = db.prepare('SELECT article_id FROM articles WHERE id = ?').pluck()
              expect([each.typed, best.map(({ key }) => articleId.get(idOf(key))).sort()]).toEqual([
                each.typed,
                expected.sort(),
              ])
              expect(total).toBe(expected.length)
            } else if (!one) continue
            else if (each.do === 'remove') {
              db.transaction(() => removeArticle(db, one.id, now))()
              one.isRemoved = true
            } else if (each.do === 'restore') {
              db.transaction(() => restoreArticle(db, one.id))()
              one.isRemoved = false
            } else if (each.do === 'retitle') {
              correctArticle(db, one.id, { title: each.title }, now)
              one.title = each.title
            }
          }
          keep()
          indexAll(db)
          expect(checked(db)).toEqual([])
        } finally {
          close()
        }
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  test('is made anew after a merge that was cut off, and knows each document once', () => {
    const opened = temporaryDatabase()
    const { db } = opened
    prepareIndex(db)
    for (let i = 0; i < 40; i++) {
      const others = Array.from({ length: 60 }, (_, n) => `w${i * 60 + n}`).join(' ')
      storeArticle(opened, [`Boat number ${i} lies in the harbour.`, others], { title: `Boat ${i}` })
      indexAll(db)
    }
    const merging = mergeIndex(db, { fanOut: 2 })
    merging.next()
    expect(db.prepare("SELECT count(*) FROM search_segments WHERE state = 'building'").pluck().get()).toBe(1)
    prepareIndex(db)
    expect(db.prepare("SELECT count(*) FROM search_segments WHERE state = 'building'").pluck().get()).toBe(0)
    for (const _ of mergeIndex(db, { fanOut: 2 }));
    expect(openIndex(db).segments().length).toBeLessThan(6)
    expect(checked(db)).toEqual([])
  })

  test('a document that is changed or removed while it is merged is not found as it was', () => {
    const opened = temporaryDatabase()
    const { db } = opened
    prepareIndex(db)
    const ids: string[] = []
    for (let i = 0; i < 24; i++) {
      ids.push(
        storeArticle(opened, [`Boat number ${i} lies in the harbour, painted anew.`], { title: `Boat ${i}` }),
      )
      indexAll(db)
    }
    const merging = mergeIndex(db, { fanOut: 2 })
    merging.next()
    correctArticle(db, ids[3]!, { title: 'Wine' }, now)
    db.transaction(() => removeArticle(db, ids[5]!, now))()
    indexAll(db)
    while (!merging.next().done);
    expect(checked(db)).toEqual([])
  })

  test('a word that was turned in the index is noticed', () => {
    const opened = temporaryDatabase()
    const { db } = opened
    prepareIndex(db)
    storeArticle(opened, ['The harbour office counted the boats.'], { title: 'Boats' })
    indexAll(db)
    db.prepare("UPDATE articles SET title = 'Coats'").run()
    expect(checked(db)).toHaveLength(1)
  })
})

/** Documents that are stored, and whose segment is still to be added. */
interface Promised {
  documents: IndexedDocument[]
  keys: (number | null)[]
}
const nothingPromised = (): Promised => ({ documents: [], keys: [] })

function promised(
  { do: what, title, paragraphs }: { do: 'add' | 'promise'; title: string; paragraphs: string[] },
  { documents, keys }: Promised,
): { keys: (number | null)[]; number: number } | undefined {
  if (what === 'add') return undefined
  const text = paragraphs.join('\n')
  const number = documents.length
  documents.push({ key: number, title, byline: null, publisher: null, day: null, text, furniture: [] })
  keys.push(null)
  return { keys, number }
}

function checked(db: Database): number[] {
  const checking = checkIndex(db)
  let step = checking.next()
  while (!step.done) step = checking.next()
  return step.value
}

/** One that is closed by the property that made it. */
function temporaryDatabaseNow() {
  const opened = temporaryDatabase()
  prepareIndex(opened.db)
  return { db: opened.db, close: () => {} }
}
