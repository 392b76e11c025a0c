import { expect, test } from 'vitest'
import { createTurns } from './turns.ts'

test('pieces of work go one after another, the urgent ones first, and without those that left the line', async () => {
  const turns = createTurns()
  const done: string[] = []
  let running = 0
  const { promise, resolve } = Promise.withResolvers<void>()
  const work = (name: string) => async () => {
    expect(++running).toBe(1)
    await null
    done.push(name)
    running--
    if (name === 'last') resolve()
  }
  turns.add(false, work('near'))
  const leave = turns.add(false, work('gone'))
  turns.add(true, work('seen'))
  turns.add(true, work('seen too'))
  turns.add(false, work('last'))
  leave()
  await promise
  expect(done).toEqual(['seen', 'seen too', 'near', 'last'])
})
