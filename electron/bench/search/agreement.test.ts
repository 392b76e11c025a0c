import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../backend/database/openDatabase.ts'
import { makeArchive } from './makeArchive.ts'
import { measureAgreement, scaledGain } from './measureAgreement.ts'
import { newsCorpus } from './newsCorpus.ts'
import { queryMix } from './queryMix.ts'

/** Not all of their segments are merged. */
const articles = 1100

test('the index orders each class of query as an exact scorer does, and counts as it does', () => {
  const folder = mkdtempSync(join(tmpdir(), 'despatch-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  makeArchive(folder, articles, 1, { plain: false })
  const { db, close } = openDatabase(folder)
  try {
    const article = newsCorpus(1)
    const all = Array.from({ length: articles }, (_, i) => article(i))
    const measured = measureAgreement(db, all, queryMix(all, 1, 12))
    expect(measured.filter(({ found, expected }) => found !== expected)).toEqual([])
    for (const name of new Set(measured.map(({ query }) => query.class))) {
      const scaled = measured.flatMap(each => (each.query.class === name ? (each.scaled ?? []) : []))
      const mean = scaled.reduce((sum, one) => sum + one, 0) / scaled.length
      expect({ name, agrees: scaled.length === 0 || mean >= 0.95, mean }).toMatchObject({ agrees: true })
    }
  } finally {
    close()
  }
}, 120_000)

test('a random choice is worth 0, the best order 1, the worst less than nothing', () => {
  const scores = Array.from({ length: 100 }, (_, i) => i)
  const best = scores.toReversed().slice(0, 30)
  expect(scaledGain(best, scores)).toBe(1)
  expect(scaledGain(best.toReversed(), scores)).toBeLessThan(1)
  expect(scaledGain(new Array<number>(30).fill(49.5), scores)).toBeCloseTo(0)
  expect(scaledGain(scores.slice(0, 30), scores)).toBeLessThan(-0.5)
  expect(scaledGain([], [])).toBeNull()
  expect(scaledGain([3, 3], [3, 3])).toBeNull()
})
