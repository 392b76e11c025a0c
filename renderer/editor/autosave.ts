/** How the draft stands with the archive. `savedAt` is in milliseconds since 1970. */
export type SaveState =
  | { kind: 'clean' }
  | { kind: 'pending' }
  | { kind: 'saving' }
  | { kind: 'saved'; savedAt: number }
  | { kind: 'failed'; message: string }
  /** Somebody else saved this pack since it was opened here. Nothing is saved until the person has chosen. */
  | { kind: 'stale'; message: string }

export interface Autosave {
  /** Says that the draft has changed. */
  edited(): void
  /** Saves at once what is not saved yet. Resolves when it is saved, or has failed. Never rejects. */
  flush(): Promise<SaveState>
  /** Forgets what is pending and saves no more. */
  stop(): void
}

export interface AutosaveParts {
  /** Saves the draft as it stands when called; gives the time of the save. Throws what went wrong. */
  save(): Promise<number>
  /** Runs `run` after `milliseconds` unless the returned function is called first. */
  schedule(milliseconds: number, run: () => void): () => void
  /** The present in milliseconds. */
  now(): number
  onState(state: SaveState): void
  isStale(error: unknown): boolean
  describe(error: unknown): string
}

/** Typing rests this long before the draft is saved. */
export const QUIET = 250
/** While typing goes on, no edit waits longer than this for its save to start. */
export const LONGEST = 1000
/** After a failed save, the next try without being asked. */
export const RETRY = 5000

/**
 * Saves a draft by itself: after 250 ms of quiet, and at most one second after the first unsaved edit. One save
 * runs at a time; what is edited meanwhile is saved after it. Without an edit nothing is ever saved.
 */
export function createAutosave(parts: AutosaveParts): Autosave {
  let state: SaveState = { kind: 'clean' }
  let firstUnsaved: number | null = null
  let timer: { due: number; cancel: () => void } | null = null
  let running: Promise<void> | null = null
  let isStopped = false

  const become = (next: SaveState): void => {
    state = next
    parts.onState(next)
  }
  const forgetTimer = (): void => {
    timer?.cancel()
    timer = null
  }
  const waitUntil = (due: number): void => {
    forgetTimer()
    const cancel = parts.schedule(Math.max(0, due - parts.now()), () => {
      timer = null
      void saveNow()
    })
    timer = { due, cancel }
  }
  /** Quiet starts again at each edit, but the first unsaved edit waits no longer than its second. */
  const waitForQuiet = (first: number): void => waitUntil(Math.min(parts.now() + QUIET, first + LONGEST))

  async function saveNow(): Promise<void> {
    if (running || firstUnsaved === null || isStopped || state.kind === 'stale') return
    forgetTimer()
    firstUnsaved = null
    become({ kind: 'saving' })
    running = attempt()
    await running
    running = null
  }

  async function attempt(): Promise<void> {
    try {
      const savedAt = await parts.save()
      if (isStopped) return
      if (firstUnsaved === null) return become({ kind: 'saved', savedAt })
      become({ kind: 'pending' })
      waitForQuiet(firstUnsaved)
    } catch (error) {
      if (isStopped) return
      firstUnsaved ??= parts.now()
      const message = parts.describe(error)
      if (parts.isStale(error)) return become({ kind: 'stale', message })
      become({ kind: 'failed', message })
      waitUntil(parts.now() + RETRY)
    }
  }

  return {
    edited() {
      if (isStopped || state.kind === 'stale') return
      firstUnsaved ??= parts.now()
      if (running) return
      if (state.kind === 'failed') {
        waitUntil(Math.min(timer?.due ?? Number.POSITIVE_INFINITY, parts.now() + LONGEST))
        return
      }
      if (state.kind !== 'pending') become({ kind: 'pending' })
      waitForQuiet(firstUnsaved)
    },
    async flush() {
      while (!isStopped && state.kind !== 'stale' && (running || firstUnsaved !== null)) {
        await (running ?? saveNow())
        // Also when another flush began that save: two that each tried again would never end.
        if ((state as SaveState).kind === 'failed') break
      }
      return state
    },
    stop() {
      isStopped = true
      forgetTimer()
    },
  }
}
