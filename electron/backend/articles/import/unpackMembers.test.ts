import { expect, test } from 'vitest'
import { Failure } from '../../../../shared/contract/fault.ts'
import type { JobRunner, RunOptions } from '../../jobs/pool.ts'
import { unpackMembers } from './unpackMembers.ts'

/** A runner whose process gives what it is told to, and ends when it is told to. */
function playedRunner() {
  const ended = Promise.withResolvers<unknown>()
  let options: RunOptions = {}
  const unpacker: JobRunner = {
    run: (_, given = {}) => {
      options = given
      return ended.promise
    },
    close: () => {},
  }
  const job = { signal: new AbortController().signal, progress: () => {} }
  const members = unpackMembers({ name: 'week.zip', bytes: new Uint8Array() }, { unpacker, job })
  const give = (path: string) => options.onItem!({ path, bytes: new Uint8Array() })
  return { members, give, ended }
}

test('a process that dies while its member is dealt with ends the loop', async () => {
  const { members, give, ended } = playedRunner()
  const first = members.next()
  void give('week.zip/one.txt')
  expect((await first).value).toMatchObject({ path: 'week.zip/one.txt' })
  ended.reject(new Failure('cancelled', 'Cancelled.'))
  await expect(members.next()).rejects.toMatchObject({ code: 'cancelled' })
})

test('the member that came before the end is given first', async () => {
  const { members, give, ended } = playedRunner()
  const first = members.next()
  void give('week.zip/one.txt')
  ended.reject(new Failure('unreadable-file', 'It stopped.'))
  expect((await first).value).toMatchObject({ path: 'week.zip/one.txt' })
  await expect(members.next()).rejects.toMatchObject({ code: 'unreadable-file' })
})
