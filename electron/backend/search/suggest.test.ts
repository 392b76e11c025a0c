import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readQuery } from '../../../shared/search/readQuery.ts'
import { storeArticle, temporaryDatabase } from '../fixtures/temporaryArchive.ts'
import { openIndex } from './openIndex.ts'
import { editDistance, suggest } from './suggest.ts'
import { indexWaiting, prepareIndex } from './writeIndex.ts'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 })

describe('how unlike two words are', () => {
  test.each([
    ['harbour', 'harbour', 0],
    ['harbuor', 'harbour', 1],
    ['habour', 'harbour', 1],
    ['ministre', 'minister', 1],
    ['minster', 'minister', 1],
    ['boat', 'wine', 3],
  ])('%s, %s', (one, other, distance) => {
    expect(editDistance(one, other, 2)).toBe(distance)
  })

  test('is the same both ways, and never more than one more than is asked for', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 3 }), (one, other, most) => {
        const distance = editDistance(one, other, most)
        expect(distance).toBe(editDistance(other, one, most))
        expect(distance).toBeLessThanOrEqual(most + 1)
        expect(distance === 0).toBe(one === other)
      }),
    )
  })
})

test('what is suggested is a word, and not what stemming left of one', () => {
  const opened = temporaryDatabase()
  prepareIndex(opened.db)
  for (let i = 0; i < 3; i++) storeArticle(opened, [`Police were called, ${i}.`], { title: `Day ${i}` })
  while (indexWaiting(opened.db));
  const { clause } = readQuery('polict ', { today: '2024-12-15' })
  expect(suggest(openIndex(opened.db).segments(), clause!)).toEqual([{ typed: 'polict', meant: 'police' }])
})

test('a slip is mended from the archive’s own words; what stands there, and figures, are left alone', () => {
  const opened = temporaryDatabase()
  prepareIndex(opened.db)
  for (let i = 0; i < 3; i++)
    storeArticle(opened, [`The taskforce met harbour masters for the ${i}th time, Piantedosi said.`], {
      title: `Day ${i}`,
    })
  while (indexWaiting(opened.db));
  const meant = (typed: string) => {
    const { clause } = readQuery(typed, { today: '2024-12-15' })
    return suggest(openIndex(opened.db).segments(), clause!).map(each => `${each.typed} → ${each.meant}`)
  }
  expect(meant('taksforce harbour ')).toEqual(['taksforce → taskforce'])
  expect(meant('Piantedossi ')).toEqual(['Piantedossi → piantedosi'])
  expect(meant('harbors ')).toEqual([])
  expect(meant('34500 ')).toEqual([])
  expect(meant('zzzz ')).toEqual([])
})
