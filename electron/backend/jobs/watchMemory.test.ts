import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const greedy = (limit: number) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'fixtures', 'greedy.ts'), String(limit)], {
    encoding: 'utf8',
  })

test('a process that takes buffers without end is killed, though it never lets a timer fire', () => {
  const { signal, stdout } = greedy(256)
  expect([signal, stdout]).toEqual(['SIGKILL', ''])
})
