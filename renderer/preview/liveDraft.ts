import type { LiveDraft } from '../desk/types.ts'

/** Carries the draft from where it is written to where it is looked at, past the desk: it is not drawn anew for it. */
export interface LiveDraftFeed {
  tell(live: LiveDraft): void
  /** What was told last; null before the draft is open. */
  latest(): LiveDraft | null
  /** Calls `listener` after each telling until the returned function is called. */
  subscribe(listener: () => void): () => void
}

export function createLiveDraft(): LiveDraftFeed {
  let latest: LiveDraft | null = null
  const listeners = new Set<() => void>()
  return {
    tell: live => {
      if (live.briefing === latest?.briefing && live.caret === latest.caret) return
      latest = live
      for (const listener of [...listeners]) listener()
    },
    latest: () => latest,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
