import { expect, test } from 'vitest'
import { temporaryFolder } from '../../backend/fixtures/temporaryArchive.ts'
import { killEvery } from './killEvery.ts'

test('killed at any write, index and articles agree when the archive is opened again', async () => {
  const tally = await killEvery(temporaryFolder(), { kills: 10, seed: 20241214, steps: 60 })
  expect(tally.writes).toBeGreaterThan(200)
  expect(tally).toMatchObject({ kills: 10, faults: [] })
}, 240_000)
