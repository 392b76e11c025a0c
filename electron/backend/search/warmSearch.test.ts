import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { warmSearch } from './warmSearch.ts'

test('begins when the desk has been drawn, and leaves off when it is told to', async () => {
  const asked: string[] = []
  const leaveOff = warmSearch(words => asked.push(words))
  expect(asked).toEqual([])
  await pause(1700)
  leaveOff()
  const so = asked.length
  expect(so).toBeGreaterThan(0)
  await pause(100)
  expect(asked).toHaveLength(so)
})

test('a search that fails ends it, and nobody else', async () => {
  let asked = 0
  warmSearch(() => {
    asked++
    throw new Error('damaged')
  })
  await pause(1700)
  expect(asked).toBe(1)
})
