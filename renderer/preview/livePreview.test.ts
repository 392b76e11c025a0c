import { describe, expect, test } from 'vitest'
import { createLivePreview, type PreviewState, QUIET } from './livePreview.ts'

/** A preview whose clock and whose printing are ours to play. */
function played() {
  const timers: { due: number; run: () => void }[] = []
  const makings: PromiseWithResolvers<string>[] = []
  const states: PreviewState<string>[] = []
  const discarded: string[] = []
  let now = 0
  const preview = createLivePreview<string>({
    make: () => {
      const making = Promise.withResolvers<string>()
      makings.push(making)
      return making.promise
    },
    discard: made => discarded.push(made),
    schedule: (milliseconds, run) => {
      const timer = { due: now + milliseconds, run }
      timers.push(timer)
      return () => timers.splice(timers.indexOf(timer), 1)
    },
    onState: state => states.push(state),
    describe: error => (error === 'overtaken' ? null : String(error)),
  })
  return {
    preview,
    makings,
    discarded,
    state: () => states.at(-1),
    /** Lets time pass. */
    async pass(milliseconds: number) {
      now += milliseconds
      for (const timer of timers.filter(({ due }) => due <= now)) {
        timers.splice(timers.indexOf(timer), 1)
        timer.run()
      }
      await settled()
    },
  }
}
const settled = () => new Promise(resolve => setImmediate(resolve))

describe('a live preview', () => {
  test('is made when somebody looks, and again when typing rests', async () => {
    const { preview, makings, state, pass } = played()
    preview.edited()
    await pass(1000)
    expect(makings).toHaveLength(0)
    preview.setActive(true)
    expect(makings).toHaveLength(1)
    makings[0]!.resolve('first')
    await settled()
    expect(state()).toEqual({ shown: { made: 'first', revision: 1 }, isMaking: false, problem: null })
    preview.edited()
    await pass(QUIET - 1)
    preview.edited()
    await pass(QUIET - 1)
    expect(makings).toHaveLength(1)
    await pass(1)
    expect(makings).toHaveLength(2)
    expect(state()).toMatchObject({ shown: { made: 'first' }, isMaking: true })
  })

  test('one is made at a time; what was edited meanwhile is made after it, once', async () => {
    const { preview, makings, state, pass } = played()
    preview.setActive(true)
    preview.edited()
    await pass(QUIET)
    preview.edited()
    await pass(QUIET)
    expect(makings).toHaveLength(1)
    makings[0]!.resolve('first')
    await settled()
    expect(state()?.shown?.made).toBe('first')
    await pass(0)
    expect(makings).toHaveLength(2)
    makings[1]!.resolve('second')
    await settled()
    await pass(1000)
    expect(makings).toHaveLength(2)
    expect(state()).toEqual({ shown: { made: 'second', revision: 2 }, isMaking: false, problem: null })
  })

  test('what could be made stays while the draft has a fault, and the fault is told until it is mended', async () => {
    const { preview, makings, state, pass } = played()
    preview.setActive(true)
    makings[0]!.resolve('good')
    await settled()
    preview.edited()
    await pass(QUIET)
    makings[1]!.reject('a letter is missing')
    await settled()
    expect(state()).toMatchObject({ shown: { made: 'good', revision: 1 }, problem: 'a letter is missing' })
    preview.retry()
    expect(state()).toMatchObject({ isMaking: true, problem: 'a letter is missing' })
    makings[2]!.resolve('mended')
    await settled()
    expect(state()).toMatchObject({ shown: { made: 'mended', revision: 2 }, problem: null })
  })

  test('is made again when another took its place', async () => {
    const { preview, makings, state, pass } = played()
    preview.setActive(true)
    makings[0]!.reject('overtaken')
    await settled()
    expect(state()?.problem).toBeNull()
    expect(makings).toHaveLength(1)
    await pass(QUIET)
    expect(makings).toHaveLength(2)
  })

  test('nothing is made while nobody looks, and what is made too late is let go of', async () => {
    const { preview, makings, discarded, pass } = played()
    preview.setActive(true)
    preview.setActive(false)
    preview.edited()
    await pass(QUIET)
    makings[0]!.resolve('first')
    await settled()
    await pass(1000)
    expect(makings).toHaveLength(1)
    preview.setActive(true)
    preview.stop()
    makings[1]!.resolve('late')
    await settled()
    expect(discarded).toEqual(['late'])
    preview.edited()
    preview.setActive(true)
    await pass(1000)
    expect(makings).toHaveLength(2)
  })
})
