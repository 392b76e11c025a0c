import { describe, expect, onTestFinished, test } from 'vitest'
import { Failure } from '../../../shared/contract/fault.ts'
import type { BackendHost, JobPort } from '../host.ts'
import { createJobRunner } from './pool.ts'

/** A host whose processes are ours to play: what each is sent, and its own two ends. */
function playedHost(start: () => void = () => {}) {
  const started: Played[] = []
  const startJob = (): JobPort => {
    start()
    const played: Played = { sent: [], isKilled: false, say: () => {}, exit: () => {} }
    started.push(played)
    return {
      post: message => played.sent.push(message as Played['sent'][number]),
      onMessage: listener => {
        played.say = listener
      },
      onExit: listener => {
        played.exit = listener
      },
      kill: () => {
        played.isKilled = true
      },
    }
  }
  const runner = createJobRunner(
    { startJob } as Partial<BackendHost> as BackendHost,
    'parse',
    why => new Failure('unreadable-file', why),
  )
  onTestFinished(() => runner.close())
  return { started, runner }
}
interface Played {
  sent: { id: number }[]
  isKilled: boolean
  say(message: unknown): void
  exit(): void
}

const settled = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: Error) => error)

describe('a piece of work that is given up', () => {
  test('leaves the one before it alone while it waits for its turn', async () => {
    const { started, runner } = playedHost()
    const first = runner.run('first', { isolated: true })
    const second = new AbortController()
    const waiting = settled(runner.run('second', { isolated: true, signal: second.signal }))
    second.abort()
    expect(await waiting).toMatchObject({ code: 'cancelled' })
    expect(started.map(({ isKilled }) => isKilled)).toEqual([false])
    started[0]!.say({ id: 1, value: 'done' })
    expect(await first).toBe('done')
  })

  test('leaves the one after it alone when its part is refused late', async () => {
    const { started, runner } = playedHost()
    const part = Promise.withResolvers<void>()
    const first = settled(runner.run('first', { isolated: true, onItem: () => part.promise }))
    const second = runner.run('second', { isolated: true })
    started[0]!.say({ id: 1, item: 'part', number: 1 })
    started[0]!.exit()
    await first
    part.reject(new Error('too late'))
    await new Promise(setImmediate)
    expect(started[1]!.isKilled).toBe(false)
    started[1]!.say({ id: 2, value: 'done' })
    expect(await second).toBe('done')
  })
})

test('an isolated piece meets no process that another was worked on in, before or after', async () => {
  const { started, runner } = playedHost()
  const done = ['first', 'second', 'third'].map((input, i) => runner.run(input, { isolated: i === 1 }))
  for (const [i, piece] of done.entries()) {
    started[i]!.say({ id: i + 1, value: i })
    expect(await piece).toBe(i)
  }
  expect(started.map(({ sent }) => sent.map(({ id }) => id))).toEqual([[1], [2], [3]])
})

test.each([
  null,
  7,
  { id: 1 },
  { id: 1, progress: 3 },
  { id: 1, fault: null },
  { id: 1, fault: { code: 1, message: {}, isStated: true } },
  { id: 1, item: 'part' },
])('an answer that no job gives (%j) ends the process and its work, and nothing else', async answer => {
  const { started, runner } = playedHost()
  const first = settled(runner.run('first', { onProgress: () => {}, onItem: async () => {} }))
  started[0]!.say(answer)
  expect(await first).toMatchObject({ code: 'unreadable-file' })
  expect(started[0]!.isKilled).toBe(true)
  const second = runner.run('second')
  started[1]!.say({ id: 2, value: 'done' })
  expect(await second).toBe('done')
})

test('a process that cannot be started gives up its piece and not the next', async () => {
  let isShort = true
  const { started, runner } = playedHost(() => {
    if (isShort) throw new Error('EMFILE')
  })
  expect(await settled(runner.run('first'))).toMatchObject({ code: 'unreadable-file' })
  isShort = false
  const second = runner.run('second')
  started[0]!.say({ id: 2, value: 'done' })
  expect(await second).toBe('done')
})
