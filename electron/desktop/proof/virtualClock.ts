export interface VirtualClock {
  /** Lets that many milliseconds pass: what was due runs, in order. */
  pass(milliseconds: number): void
  /** How many timers are waiting. */
  waiting(): number
  globals: {
    setTimeout(run: () => void, wait?: number): number
    clearTimeout(timer: number | undefined): void
    Date: DateConstructor
  }
}

/** Timers and a date that move only when told, so that waiting costs no time and proves no luck. */
export function createClock(): VirtualClock {
  const timers = new Map<number, { due: number; run: () => void }>()
  let now = Date.UTC(2026, 0, 1)
  let last = 0
  class VirtualDate extends Date {
    static override now = () => now
  }
  return {
    pass(milliseconds) {
      const end = now + milliseconds
      for (;;) {
        const [id, next] = [...timers].sort(([, a], [, b]) => a.due - b.due)[0] ?? []
        if (id === undefined || !next || next.due > end) break
        now = next.due
        timers.delete(id)
        next.run()
      }
      now = end
    },
    waiting: () => timers.size,
    globals: {
      setTimeout(run, wait = 0) {
        last += 1
        timers.set(last, { due: now + wait, run })
        return last
      },
      clearTimeout: timer => void (timer !== undefined && timers.delete(timer)),
      Date: VirtualDate as DateConstructor,
    },
  }
}
