import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { temporaryDatabase } from '../fixtures/temporaryArchive.ts'
import { madeSureLater, makeSure } from './madeSureLater.ts'

test('a commit that makes sure writes to the log, which is what has it synced', () => {
  const { db } = temporaryDatabase()
  const logged = (): number => statSync(`${db.name}-wal`).size
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.transaction(() => db.prepare('DELETE FROM search_waiting WHERE key = 7').run())()
  expect(logged()).toBe(0)
  db.transaction(() => makeSure(db))()
  expect(logged()).toBeGreaterThan(0)
  expect(db.prepare('SELECT count(*) FROM search_waiting').pluck().get()).toBe(0)
})

test('what is made sure later leaves the connection as careful as it was, also when it fails', () => {
  const { db } = temporaryDatabase()
  const level = () => db.pragma('synchronous', { simple: true })
  expect(madeSureLater(db, level)).toBe(1)
  expect(() =>
    madeSureLater(db, () => {
      throw new Error('no')
    }),
  ).toThrow('no')
  expect(level()).toBe(2)
})
