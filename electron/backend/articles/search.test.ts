import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { findTerm, readQuery } from '../../../shared/text/searchTerms.ts'
import { wordsOf } from '../../../shared/text/words.ts'
import { type OpenedDatabase, openDatabase } from '../database/openDatabase.ts'
import { storeArticle } from '../fixtures/temporaryArchive.ts'
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
  const sentence = fc
    .array(fc.constantFrom(...vocabulary), { minLength: 3, maxLength: 30 })
    .map(words => words.join(' '))
  const articles = fc.sample(fc.tuple(sentence, sentence, sentence), { numRuns: 120, seed: 7 })
  for (const [title, first, second] of articles) {
    const id = storeArticle(archive, [first, second], { title, byline: null, publisher: 'Harbour News' })
    texts.set(id, `${title}\n${'Harbour News'}\n${first}\n${second}`)
  }
})

/** What a person means by "these words stand in it", found by reading everything. */
function scan(typed: string): string[] {
  const terms = readQuery(typed)
  if (terms.length === 0) return typed.trim() === '' ? [...texts.keys()] : []
  return [...texts]
    .filter(([, text]) => {
      const fields = text.split('\n').map(line => wordsOf(line))
      // The two paragraphs are one field of the index: a phrase may run from one into the next.
      const searched = [fields[0]!, fields[1]!, wordsOf(text.split('\n').slice(2).join('\n'))]
      return terms.every(term => searched.some(words => findTerm(words, term).length > 0))
    })
    .map(([id]) => id)
    .sort()
}

const found = (typed: string): string[] =>
  searchArticles(archive.db, typed, 200, 0)
    .hits.map(hit => hit.articleId)
    .sort()

describe('search', () => {
  test('agrees with a scan of the text for any words, phrases and beginnings', () => {
    const word = fc.oneof(
      fc.constantFrom(...vocabulary),
      fc.constantFrom(...vocabulary).map(w => w.slice(0, 3)),
    )
    const query = fc
      .array(
        fc.oneof(
          word,
          fc.array(word, { minLength: 2, maxLength: 3 }).map(words => `"${words.join(' ')}"`),
        ),
        { maxLength: 4 },
      )
      .map(parts => parts.join(' '))
    fc.assert(
      fc.property(query, fc.boolean(), (typed, isFinished) => {
        const asked = isFinished ? `${typed} ` : typed
        expect(found(asked)).toEqual(scan(asked).sort())
      }),
      { numRuns: 1000 },
    )
  })

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
        const { total, hits } = searchArticles(archive.db, typed, 30, 0)
        expect(hits.length).toBe(Math.min(30, total))
      }),
      { numRuns: 2000 },
    )
    expect(() => searchArticles(archive.db, '"AND ('.repeat(20_000), 30, 0)).not.toThrow()
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
    const { total } = searchArticles(archive.db, `"${'the '.repeat(40_000)}"`, 30, 0)
    expect(total).toBe(0)
    expect(readQuery(`"${'the '.repeat(40_000)}"`)).toEqual([
      { words: Array(32).fill('the'), typed: expect.any(String), isPrefix: false },
    ])
  })

  test('a snippet shows the words where they stand', () => {
    const { hits } = searchArticles(archive.db, 'Piantedosi ', 30, 0)
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
