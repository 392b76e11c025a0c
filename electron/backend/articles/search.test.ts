import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { SearchPage } from '../../../shared/contract/article.ts'
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

const asked = {
  offset: 0,
  kinds: ['article'],
  order: 'relevance',
  collapse: false,
  today: '2024-12-15',
} as const

const search = (words: string, limit = 200) => {
  while (indexWaiting(archive.db));
  return searchArticles(archive.db, { ...asked, words, limit })
}

const found = (typed: string): string[] =>
  allOf(search(typed))
    .map(hit => hit.articleId)
    .sort()

/** Those that hold all of the words. */
const allOf = ({ hits, othersFrom }: SearchPage) => hits.slice(0, othersFrom ?? hits.length)

describe('search', () => {
  test('takes anything that can be typed', () => {
    const signs = [
      '"',
      '*',
      '(',
      ')',
      '-',
      '^',
      ':',
      "'",
      '\\',
      '|',
      '“',
      '«',
      '’',
      '\0',
      '\t',
      '\n',
      ' ',
      '%',
      '£',
    ]
    const words = [
      'AND',
      'OR',
      'NOT',
      'NEAR',
      'NEAR/3',
      'title:',
      'tag:',
      'on:',
      'cited:',
      'boats',
      'the',
      '1.2bn',
      '34,500',
    ]
    const letters = [
      '😀',
      '👩‍🚒',
      'ا',
      'ש',
      '\u202e',
      '北',
      'क्',
      'é',
      'e\u0301',
      '\ud800',
      '\udc00',
      '\ufeff',
      '\u00ad',
      'ﬁ',
    ]
    const hostile = fc.oneof(
      fc.array(fc.nat(0xffff), { maxLength: 60 }).map(codes => String.fromCharCode(...codes)),
      fc.string({ unit: fc.constantFrom(...signs, ...words, ...letters), maxLength: 40 }),
      fc.array(fc.constantFrom(...signs, ...words, ...letters), { maxLength: 20 }).map(all => all.join(' ')),
    )
    for (const typed of fc.sample(hostile, { numRuns: 10_000, seed: 4 })) {
      const { total, hits, othersFrom } = search(typed, 2)
      if (othersFrom === null) expect(hits.length).toBe(Math.min(2, total))
      else expect(othersFrom).toBe(total)
    }
  }, 120_000)

  test('takes what is far too long to be typed', () => {
    const long = fc.string({
      unit: fc.constantFrom('"', '(', '-', ' OR ', 'boats', ' ', '😀', 'ا', '\0', '\ud800'),
      minLength: 20_000,
      maxLength: 20_000,
    })
    for (const typed of [
      '"AND ('.repeat(20_000),
      '-'.repeat(100_000),
      '北'.repeat(100_000),
      ...fc.sample(long, { numRuns: 20, seed: 5 }),
    ])
      expect(() => search(typed.padEnd(100_000, 'x'), 30)).not.toThrow()
  }, 60_000)

  describe('when few hold all of several words', () => {
    const titles = (typed: string, limit?: number) => search(typed, limit).hits.map(({ title }) => title)
    beforeAll(() => {
      for (const title of ['Quokka census', 'Quokka dinner', 'Numbat census'])
        storeArticle(archive, ['The marsupials of an island.'], { title })
    })

    test('those with some of them come after; the count is of those with all', () => {
      const page = search('quokka census ')
      expect(page).toMatchObject({ total: 1, othersFrom: 1 })
      expect(page.hits.map(({ title }) => title)).toEqual([
        'Quokka census',
        expect.any(String),
        expect.any(String),
      ])
      expect(
        page.hits
          .slice(1)
          .map(({ title }) => title)
          .sort(),
      ).toEqual(['Numbat census', 'Quokka dinner'])
      expect(page.explanation).toContain('then those with some of the words')
      expect(search('numbat dinner ')).toMatchObject({ total: 0, othersFrom: 0 })
      expect(titles('numbat dinner ').sort()).toEqual(['Numbat census', 'Quokka dinner'])
    })

    test('page by page it is the same list', () => {
      const page = (offset: number) =>
        searchArticles(archive.db, { ...asked, words: 'quokka census ', limit: 1, offset })
      const all = titles('quokka census ')
      expect([0, 1, 2, 3].flatMap(offset => page(offset).hits.map(({ title }) => title))).toEqual(all)
      expect(page(0).othersFrom).toBeNull()
      expect(page(1).othersFrom).toBe(1)
    })

    test.each([
      '"quokka census" ',
      'quokka -census ',
      'title:quokka census ',
      'quokka NEAR dinner ',
      'quokka AND (census OR x) ',
      'quok* dinner ',
      'quokka ',
    ])('not for what was asked for in the language: %s', typed => expect(search(typed).othersFrom).toBeNull())

    test('filters hold for them too, and words that stand everywhere bring none', () => {
      expect(search('numbat dinner type:pack ')).toMatchObject({ total: 0, othersFrom: null })
      const { hits } = search('the numbat dinner ')
      expect(hits).toHaveLength(2)
    })
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
