import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { watchedFromOutside } from '../backend/jobs/jobMemory.ts'
import { canWatchChildren, watchChildMemory } from './watchChildMemory.ts'

const greedy = join(import.meta.dirname, '..', 'backend', 'jobs', 'fixtures', 'greedy.ts')

test.runIf(canWatchChildren)('a child that takes buffers without end is killed from outside', async () => {
  // Its own limit is one that it will not reach.
  const child = fork(greedy, ['1000000'], { env: { ...process.env, [watchedFromOutside]: '1' } })
  watchChildMemory(child, 256)
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGKILL')
})
