import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Briefing } from '../../../shared/document/briefing.ts'
import { temporaryDatabase } from '../fixtures/temporaryArchive.ts'
import { applyDelta, deltaBetween } from './delta.ts'
import { listRevisions, readRevision } from './revisions.ts'
import { createPack, getPack, packRow, savePack } from './store.ts'

const now = '2024-12-16T10:00:00.000Z'

const briefing = (words: string, type = 'paragraph'): Briefing => ({
  documentVersion: 1,
  head: { marking: 'OFFICIAL', to: '', from: '', date: '', copy: '', decisionBy: '', reference: '' },
  content: { type: 'doc', content: [{ type, content: words === '' ? [] : [{ type: 'text', text: words }] }] },
})

describe('a delta', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '😁', '\n') })
  test('makes the next text of the one before', () => {
    fc.assert(
      fc.property(text, text, (previous, next) => {
        const delta = deltaBetween(previous, next)
        expect(delta.middle.isWellFormed()).toBe(true)
        expect(applyDelta(previous, delta)).toBe(next)
      }),
    )
  })
})

describe('a pack', () => {
  test('keeps every revision, as it was saved', () => {
    const { db } = temporaryDatabase()
    const { packId } = createPack(db, 'Test', briefing(''), now)
    const drafts = fc
      .sample(fc.string({ unit: 'grapheme', maxLength: 300 }), { numRuns: 130, seed: 3 })
      .map((words, i) => briefing(`${i} ${words}`))
    for (const [i, draft] of drafts.entries()) savePack(db, packId, i + 1, draft, 'test', now)
    const { id, revision } = packRow(db, packId)
    expect(revision).toBe(131)
    for (const [i, draft] of drafts.entries()) expect(readRevision(db, id, i + 2)).toEqual(draft)
    expect(listRevisions(db, id).map(r => r.revision)).toEqual(Array.from({ length: 131 }, (_, i) => 131 - i))
  })

  test('refuses a stale save and keeps what is there', () => {
    const { db } = temporaryDatabase()
    const { packId } = createPack(db, 'Test', briefing('one'), now)
    savePack(db, packId, 1, briefing('two'), 'test', now)
    expect(() => savePack(db, packId, 1, briefing('late'), 'test', now)).toThrow(
      expect.objectContaining({ code: 'stale-revision' }),
    )
    expect(getPack(db, packId).briefing).toEqual(briefing('two'))
  })

  test('adds no revision when nothing changed', () => {
    const { db } = temporaryDatabase()
    const { packId } = createPack(db, 'Test', briefing('one'), now)
    expect(savePack(db, packId, 1, briefing('one'), 'test', now).revision).toBe(1)
  })

  test('a draft being typed costs a few bytes a revision', () => {
    const { db } = temporaryDatabase()
    const long = 'word '.repeat(4000)
    const { packId } = createPack(db, 'Test', briefing(long), now)
    for (let i = 1; i < 50; i++) savePack(db, packId, i, briefing(`${long}${'x'.repeat(i)}`), 'test', now)
    const { bytes } = db
      .prepare('SELECT sum(length(middle)) AS bytes FROM pack_revisions WHERE base IS NOT NULL')
      .get() as { bytes: number }
    expect(bytes).toBeLessThan(500)
  })

  test('unknown content opens read-only with nothing stripped', () => {
    const { db } = temporaryDatabase()
    const odd = briefing('kept', 'hologram')
    const { packId } = createPack(db, 'Test', odd, now)
    const { readOnly, briefing: opened } = getPack(db, packId)
    expect(readOnly).toMatch(/does not know/)
    expect(opened).toEqual(odd)
    const newer = { ...briefing('new'), documentVersion: 99, extra: { a: 1 } }
    const later = createPack(db, 'Newer', newer, now)
    expect(getPack(db, later.packId)).toMatchObject({
      readOnly: expect.stringMatching(/newer version/),
      briefing: newer,
    })
  })
})
