import { expect, test } from 'vitest'
import { inTurn } from './inTurn.ts'

test('work that was overtaken while it waited is not begun; what comes after is', async () => {
  const take = inTurn()
  const begun: string[] = []
  const { promise: running, resolve: finish } = Promise.withResolvers<void>()
  const older = new AbortController()
  const wait = async (name: string) => {
    begun.push(name)
    await running
    return name
  }
  const first = take(new AbortController().signal, () => wait('b'))
  const second = take(older.signal, () => wait('bo'))
  const third = take(new AbortController().signal, () => wait('boa'))
  await Promise.resolve()
  expect(begun).toEqual(['b'])
  older.abort()
  finish()
  await expect(second).rejects.toMatchObject({ name: 'AbortError' })
  expect(await first).toBe('b')
  expect(await third).toBe('boa')
  expect(begun).toEqual(['b', 'boa'])
})

test('work that fails does not keep the next from its turn', async () => {
  const take = inTurn()
  const { signal } = new AbortController()
  await expect(take(signal, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
  expect(await take(signal, async () => 'here')).toBe('here')
})
