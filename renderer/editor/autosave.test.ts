import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAutosave, LONGEST, QUIET, RETRY, type SaveState } from './autosave.ts'

/** A world with its own clock, whose saves take as long and end as told. */
function world(replies: { takes: number; ends: 'well' | 'badly' | 'stale' }[] = []) {
  let now = 1_000_000
  let nextId = 0
  const timers = new Map<number, { due: number; run: () => void }>()
  const schedule = (milliseconds: number, run: () => void) => {
    const id = nextId++
    timers.set(id, { due: now + milliseconds, run })
    return () => void timers.delete(id)
  }
  const draft = { text: 0, stored: 0, saves: [] as { at: number; text: number }[], atOnce: 0, most: 0 }
  const states: SaveState[] = []
  const autosave = createAutosave({
    schedule,
    now: () => now,
    onState: state => states.push(state),
    isStale: error => error === 'stale',
    describe: error => `because ${error}`,
    save() {
      const text = draft.text
      const { takes, ends } = replies[draft.saves.length] ?? { takes: 5, ends: 'well' }
      draft.saves.push({ at: now, text })
      draft.most = Math.max(draft.most, ++draft.atOnce)
      return new Promise<number>((resolve, reject) => {
        schedule(takes, () => {
          draft.atOnce--
          if (ends !== 'well') return reject(ends)
          draft.stored = text
          resolve(now)
        })
      })
    },
  })
  /** Lets time pass, running what falls due in order and letting promises settle after each. */
  async function pass(milliseconds: number) {
    const until = now + milliseconds
    for (;;) {
      await settle()
      const next = [...timers].sort((a, b) => a[1].due - b[1].due || a[0] - b[0])[0]
      if (!next || next[1].due > until) break
      now = Math.max(now, next[1].due)
      timers.delete(next[0])
      next[1].run()
    }
    now = until
    await settle()
  }
  const edit = () => {
    draft.text++
    autosave.edited()
  }
  return { autosave, draft, states, pass, edit, now: () => now }
}

const settle = async () => {
  for (let i = 0; i < 12; i++) await Promise.resolve()
}

test('nothing is saved without an edit, even when asked', async () => {
  const { autosave, draft, pass, states } = world()
  await pass(60_000)
  expect(await autosave.flush()).toEqual({ kind: 'clean' })
  expect(draft.saves).toEqual([])
  expect(states).toEqual([])
})

test('saves 250 ms after the last edit, and says so only after the reply', async () => {
  const { draft, edit, pass, states, now } = world([{ takes: 40, ends: 'well' }])
  const start = now()
  edit()
  await pass(100)
  edit()
  await pass(QUIET - 1)
  expect(draft.saves).toEqual([])
  await pass(1)
  expect(draft.saves).toEqual([{ at: start + 350, text: 2 }])
  expect(states.map(state => state.kind)).toEqual(['pending', 'saving'])
  await pass(40)
  expect(states.at(-1)).toEqual({ kind: 'saved', savedAt: start + 390 })
})

test('a failed save keeps the draft, says why, and tries again by itself and soon after an edit', async () => {
  const { draft, edit, pass, states } = world([
    { takes: 5, ends: 'badly' },
    { takes: 5, ends: 'badly' },
  ])
  edit()
  await pass(QUIET + 10)
  expect(states.at(-1)).toEqual({ kind: 'failed', message: 'because badly' })
  await pass(RETRY)
  expect(draft.saves.length).toBe(2)
  for (let i = 0; i < 30; i++) {
    edit()
    await pass(50)
  }
  expect(draft.saves.length).toBeGreaterThanOrEqual(3)
  await pass(LONGEST + 10)
  expect(draft.stored).toBe(31)
  expect(states.at(-1)?.kind).toBe('saved')
})

test('after a stale save nothing more is ever saved', async () => {
  const { autosave, draft, edit, pass, states } = world([{ takes: 5, ends: 'stale' }])
  edit()
  await pass(QUIET + 10)
  edit()
  await pass(60_000)
  expect(await autosave.flush()).toEqual({ kind: 'stale', message: 'because stale' })
  expect(draft.saves.length).toBe(1)
  expect(states.at(-1)?.kind).toBe('stale')
})

test('flush waits for the save that runs and for the one after it', async () => {
  const { autosave, draft, edit, pass } = world([{ takes: 300, ends: 'well' }])
  edit()
  await pass(QUIET + 10)
  edit()
  const flushed = autosave.flush()
  await pass(400)
  expect(draft.stored).toBe(2)
  expect((await flushed).kind).toBe('saved')
})

test('flush gives up on a failing save rather than hang', async () => {
  const { autosave, edit, pass } = world([{ takes: 5, ends: 'badly' }])
  edit()
  const flushed = autosave.flush()
  await pass(10)
  expect((await flushed).kind).toBe('failed')
})

test('two flushes at once give up together on a save that always fails', async () => {
  const { autosave, draft, edit, pass } = world(Array(50).fill({ takes: 5, ends: 'badly' }))
  edit()
  const flushed = [autosave.flush(), autosave.flush()]
  await pass(100)
  expect(draft.saves.length).toBe(1)
  for (const each of flushed) expect((await each).kind).toBe('failed')
})

test('once stopped it saves no more', async () => {
  const { autosave, draft, edit, pass } = world()
  edit()
  autosave.stop()
  await pass(60_000)
  expect(draft.saves).toEqual([])
})

test('whatever the timing: one save at a time, no edit waits over a second for one, and the last edit is stored', async () => {
  const step = fc.record({ rest: fc.integer({ min: 1, max: 700 }), flush: fc.boolean() })
  const reply = fc.record({
    takes: fc.integer({ min: 1, max: 900 }),
    ends: fc.constantFrom<'well' | 'badly'>('well', 'well', 'well', 'badly'),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 40 }),
      fc.array(reply, { maxLength: 10 }),
      async (steps, replies) => {
        const { autosave, draft, edit, pass, now, states } = world(replies)
        const edits: number[] = []
        for (const { rest, flush } of steps) {
          edit()
          edits.push(now())
          if (flush && rest > 600) void autosave.flush()
          await pass(rest)
        }
        await pass(10 * (RETRY + 900))
        expect(draft.most).toBe(1)
        expect(draft.stored).toBe(draft.text)
        expect(states.at(-1)?.kind).toBe('saved')
        if (replies.some(({ ends }) => ends === 'badly')) return
        edits.forEach((at, index) => {
          const first = draft.saves.find(save => save.text > index)
          const busyUntil = Math.max(
            0,
            ...draft.saves.flatMap((save, i) => (save.at < at ? [save.at + (replies[i]?.takes ?? 5)] : [])),
          )
          expect(first?.at).toBeLessThanOrEqual(Math.max(at + LONGEST, busyUntil))
        })
      },
    ),
  )
})
