import { expect, test } from 'vitest'
import { temporaryFolder } from '../backend/fixtures/temporaryArchive.ts'
import { nodeHost } from '../node/nodeHost.ts'
import { fuzzedKinds, fuzzKind } from './fuzzKind.ts'

test('damaged files of every kind are read or refused in words; no process dies or hangs over one', async () => {
  const host = nodeHost({ kind: 'cli', archiveFolder: temporaryFolder() })
  for (const each of fuzzedKinds) {
    const tally = await fuzzKind(host, each, { mutants: 16, seed: 20241214 })
    expect(tally, each.join(' ')).toMatchObject({ unforeseen: 0, died: 0, hung: 0, errors: [] })
    expect(tally.read + tally.refused).toBe(16)
  }
}, 240_000)
