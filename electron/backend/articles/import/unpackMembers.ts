import type { SourceBytes } from '../parsedSource.ts'
import { Member } from '../unpack/member.ts'
import type { ImportContext } from './source.ts'

/** Milliseconds that a container may take to give its next member. */
const timeLimit = 30_000

/**
 * What is in a container, each member as it is found; the process that takes it apart waits while one is dealt with, so
 * that they never pile up in memory. Leaving the loop early ends that process. Throws `unreadable-file` or `cancelled`.
 */
export async function* unpackMembers(
  source: SourceBytes,
  { unpacker, job }: Pick<ImportContext, 'unpacker' | 'job'>,
): AsyncGenerator<Member> {
  const left = new AbortController()
  let arrived = Promise.withResolvers<Member>()
  let taken = Promise.withResolvers<void>()
  const ended = unpacker
    .run(source, {
      signal: AbortSignal.any([job.signal, left.signal]),
      timeLimit,
      isolated: true,
      onItem: async item => {
        arrived.resolve(Member.parse(item))
        await taken.promise
      },
    })
    .then(() => null)
  // It may end while a member is dealt with, before anybody waits for it.
  ended.catch(() => {})
  try {
    for (;;) {
      const member = await Promise.race([arrived.promise, ended])
      if (member === null) return
      yield member
      arrived = Promise.withResolvers()
      const wait = taken
      taken = Promise.withResolvers()
      wait.resolve()
    }
  } finally {
    left.abort()
    taken.resolve()
    await ended.catch(() => {})
  }
}
