/** What the preview shows. `T` is what a draft is made into. */
export interface PreviewState<T> {
  /** The last that could be made, and the how manieth it is. */
  shown: { made: T; revision: number } | null
  isMaking: boolean
  /** Why the draft as it stands could not be made, in words; what is shown is then an older one. */
  problem: string | null
}

export interface LivePreview {
  /** Says that the draft has changed. */
  edited(): void
  /** Whether anybody looks at it. Nothing is made meanwhile; what changed is made when somebody does. */
  setActive(isActive: boolean): void
  /** Makes it at once. */
  retry(): void
  /** Makes no more. */
  stop(): void
}

export interface LivePreviewParts<T> {
  /** Makes the draft as it stands when called. Throws what went wrong. */
  make(): Promise<T>
  /** Lets go of one that was made too late to be shown. What was shown is for its shower to let go of. */
  discard(made: T): void
  /** Runs `run` after `milliseconds` unless the returned function is called first. */
  schedule(milliseconds: number, run: () => void): () => void
  onState(state: PreviewState<T>): void
  /** What went wrong in words; null when it is nothing but that another took its place, and it is to be made again. */
  describe(error: unknown): string | null
}

/** Typing rests so many milliseconds before the draft is made. */
export const QUIET = 100

/**
 * Makes a draft anew whenever typing rests. One is made at a time; what is edited meanwhile is made after it. What
 * could be made stays shown until the next can be.
 */
export function createLivePreview<T>(parts: LivePreviewParts<T>): LivePreview {
  let state: PreviewState<T> = { shown: null, isMaking: false, problem: null }
  let isOutOfDate = true
  let isActive = false
  let isStopped = false
  let forgetTimer: (() => void) | null = null

  const become = (next: PreviewState<T>): void => {
    state = next
    parts.onState(next)
  }
  const wait = (milliseconds: number): void => {
    forgetTimer?.()
    forgetTimer = parts.schedule(milliseconds, () => {
      forgetTimer = null
      void makeNow()
    })
  }

  async function makeNow(): Promise<void> {
    if (!isActive || isStopped || !isOutOfDate || state.isMaking) return
    forgetTimer?.()
    forgetTimer = null
    isOutOfDate = false
    become({ ...state, isMaking: true })
    const next = await attempt()
    if (isStopped) return
    become({ ...state, ...next, isMaking: false })
    // What was edited meanwhile has rested long enough, unless it still waits for that.
    if (isOutOfDate && !forgetTimer) wait(next ? 0 : QUIET)
  }

  /** What there is to show now; null when it has to be made again. */
  async function attempt(): Promise<Partial<PreviewState<T>> | null> {
    try {
      const made = await parts.make()
      if (isStopped) {
        parts.discard(made)
        return null
      }
      return { shown: { made, revision: (state.shown?.revision ?? 0) + 1 }, problem: null }
    } catch (error) {
      const problem = parts.describe(error)
      if (problem !== null) return { problem }
      isOutOfDate = true
      return null
    }
  }

  return {
    edited() {
      if (isStopped) return
      isOutOfDate = true
      if (isActive) wait(QUIET)
    },
    setActive(next) {
      isActive = next
      if (isActive) void makeNow()
    },
    retry() {
      isOutOfDate = true
      void makeNow()
    },
    stop() {
      isStopped = true
      forgetTimer?.()
    },
  }
}
