import type { SaveState } from './autosave.ts'

/**
 * The save state in words. `savedAt` is when the stored draft was last saved (milliseconds since 1970);
 * `now` decides whether the day must be said.
 */
export function saveWords(state: SaveState, savedAt: number, now: number): string {
  switch (state.kind) {
    case 'clean':
      return `Saved ${timeWords(savedAt, now)}`
    case 'saved':
      return `Saved ${timeWords(state.savedAt, now)}`
    case 'pending':
    case 'saving':
      return 'Saving…'
    case 'failed':
      return `Not saved: ${state.message} Your text is still here and Despatch keeps trying.`
    case 'stale':
      return 'Not saved: this pack was changed elsewhere. Choose what to keep.'
  }
}

/** "14:02" today, "16 December 2024, 14:02" on any other day. */
export function timeWords(at: number, now: number): string {
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at)
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  return day.format(at) === day.format(now) ? time : `${day.format(at)}, ${time}`
}
