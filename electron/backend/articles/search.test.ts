import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type OpenedDatabase, openDatabase } from '../database/openDatabase.ts'
import { storeArticle } from '../fixtures/temporaryArchive.ts'
import { indexWaiting, prepareIndex } from '../search/writeIndex.ts'
import { searchArticles } from './search.ts'
import { correctArticle, removeArticle, restoreArticle } from './store.ts'

const vocabulary = [
  'boats',
  'boat',
  'Calais',
  'taskforce',
  '34,500',
  '19%',
  '£150m',
  'end-to-end',
  'Élysée',
  'naïve',
  'G7',
  'don’t',
  'Piantedosi',
  'finance',
  'illicit',
  'returns',
  'O’Neill',
  'ﬁnance',
  '北京',
  'Straße',
  'ΑΒΓ',
  'x',
  'the',
  'of',
]

let archive: OpenedDatabase
const texts = new Map<string, string>()

beforeAll(() => {
  archive = openDatabase(mkdtempSync(join(tmpdir(), 'despatch-search-')))
  prepareIndex(archive.db)
  const sentence = fc
    .array(fc.constantFrom(...vocabulary), { minLength: 3, maxLength: 30 })
    .map(words => words.join(' '))
  const articles = fc.sample(fc.tuple(sentence, sentence, sentence), { numRuns: 120, seed: 7 })
  for (const [title, first, second] of articles) {
    const id = storeArticle(archive, [first, second], { title, byline: null, publisher: 'Harbour News' })
    texts.set(id, `${title}\n${'Harbour News'}\n${first}\n${second}`)
  }
})

const search = (words: string, limit = 200) => {
  while (indexWaiting(archive.db));
  return searchArticles(archive.db, {
    words,
    limit,
    offset: 0,
    kinds: ['article'],
    order: 'relevance',
    collapse: false,
    today: '2024-12-15',
  })
}

const found = (typed: string): string[] =>
  search(typed)
    .hits.map(hit => hit.articleId)
    .sort()

describe('search', () => {
  test('takes anything that can be typed', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({
        unit: fc.constantFrom(
          '"',
          '*',
          '(',
          ')',
          '-',
          'AND',
          'NEAR',
          ':',
          '^',
          '\0',
          "'",
          '\\',
          '😀',
          'ا',
          '\ud800',
          ' ',
        ),
      }),
    )
    fc.assert(
      fc.property(hostile, typed => {
        const { total, hits } = search(typed, 30)
        expect(hits.length).toBe(Math.min(30, total))
      }),
      { numRuns: 2000 },
    )
    expect(() => search('"AND ('.repeat(20_000), 30)).not.toThrow()
  })

  test('finds a word in any script by itself', () => {
    const letter = fc
      .integer({ min: 0x41, max: 0x1ffff })
      .filter(code => /\p{L}/u.test(String.fromCodePoint(code)))
    const words = fc.sample(
      fc.array(letter, { minLength: 2, maxLength: 6 }).map(codes => String.fromCodePoint(...codes)),
      { numRuns: 60, seed: 5 },
    )
    for (const word of [...words, 'Зеленский', 'Київ', 'أحمد', 'Γιώργος', 'ガザ', 'हिन्दी']) {
      const id = storeArticle(archive, ['An article that names', word], { title: `About ${word}` })
      expect(found(`${word} `), word).toContain(id)
      removeArticle(archive.db, id, '2024-12-16T10:00:00.000Z')
    }
  })

  test('a page pasted into the search box costs no more than a few words', () => {
    const { total } = search(`"${'the '.repeat(40_000)}"`, 30)
    expect(total).toBe(0)
  })

  test('a snippet shows the words where they stand', () => {
    const { hits } = search('Piantedosi ', 30)
    expect(hits.length).toBeGreaterThan(0)
    for (const { snippet, marks, at, articleId } of hits) {
      for (const [start, end] of marks) expect(snippet.slice(start, end)).toBe('Piantedosi')
      const body = texts.get(articleId)!.split('\n').slice(2).join('\n')
      if (at) expect(body.slice(...at)).toBe('Piantedosi')
    }
  })

  test('finds by a corrected title, and no longer by the wrong one', () => {
    const id = storeArticle(archive, ['A body.'], { title: 'Misreadheadline' })
    expect(found('Misreadheadline ')).toEqual([id])
    correctArticle(archive.db, id, { title: 'Properheadline' }, '2024-12-16T10:00:00.000Z')
    expect(found('Misreadheadline ')).toEqual([])
    expect(found('Properheadline ')).toEqual([id])
  })

  test('a few letters find words whose term begins with others', () => {
    const [gray, grey, dying] = ['gray', 'grey', 'dying'].map(word =>
      storeArticle(archive, [`A ${word} xylophonist.`], { title: 'One' }),
    )
    expect(found('xylophonist gra')).toEqual([gray, grey].sort())
    expect(found('xylophonist gre')).toEqual([gray, grey].sort())
    expect(found('xylophonist dy')).toEqual([dying])
    expect(found('xylophonist graz')).toEqual([])
  })

  test('what is in the bin is not found until it is restored', () => {
    const id = storeArticle(archive, ['Uniquebinword stands here.'])
    removeArticle(archive.db, id, '2024-12-16T10:00:00.000Z')
    removeArticle(archive.db, id, '2024-12-16T10:00:01.000Z')
    expect(found('Uniquebinword ')).toEqual([])
    restoreArticle(archive.db, id)
    restoreArticle(archive.db, id)
    expect(found('Uniquebinword ')).toEqual([id])
  })
})
