import { type KeyboardEvent, useState } from 'react'
import { type Completion, completeQuery, type KnownNames } from '../../../shared/search/completeQuery.ts'

export interface CompletionState {
  /** What may be typed next; none while nothing is offered. */
  offers: readonly Completion[]
  /** The offer gone to; -1 until the person goes to one. */
  active: number
  /** Says where the caret is now; null when the box has been left. */
  onCaret(caret: number | null): void
  /** Hears a key before the box does. Gives whether it was meant for the offers. */
  onKey(event: KeyboardEvent): boolean
  take(offer: Completion): void
}

/**
 * What the search language offers at the caret. Down and Up go to an offer, Tab or Enter takes the one gone to,
 * Escape sends them away until something else is typed. `put` types: the words and where the caret then is.
 */
export function useCompletion(
  typed: string,
  known: KnownNames,
  put: (words: string, caret: number) => void,
): CompletionState {
  const [caret, setCaret] = useState<number | null>(null)
  const [wanted, setWanted] = useState<{ typed: string; active: number } | null>(null)
  const [dismissed, setDismissed] = useState<string | null>(null)
  const offers = caret === null || dismissed === typed ? none : offersAt(typed, caret, known)
  const active = wanted?.typed === typed ? Math.min(wanted.active, offers.length - 1) : -1

  function take({ insert, from, to }: Completion): void {
    const words = typed.slice(0, from) + insert + typed.slice(to)
    put(words, from + insert.length)
    setCaret(from + insert.length)
  }

  function onKey(event: KeyboardEvent): boolean {
    if (offers.length === 0 || event.ctrlKey || event.metaKey || event.altKey) return false
    const { key } = event
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const step = key === 'ArrowDown' ? 1 : -1
      const next = active === -1 && step === -1 ? offers.length - 1 : active + step
      setWanted({ typed, active: next < 0 || next >= offers.length ? -1 : next })
      return true
    }
    if (key === 'Escape') {
      setDismissed(typed)
      return true
    }
    const offer = offers[active]
    if ((key !== 'Enter' && key !== 'Tab') || event.shiftKey || !offer) return false
    take(offer)
    return true
  }

  return { offers, active, onCaret: setCaret, onKey, take }
}

const none: readonly Completion[] = []

/** Nothing for a single letter: most often it begins a word, and the list would come and go. */
function offersAt(typed: string, caret: number, known: KnownNames): readonly Completion[] {
  const offers = completeQuery(typed, caret, known)
  const first = offers[0]
  if (!first) return none
  const isName = first.insert.endsWith(':')
  if (isName && caret - first.from < 2) return none
  // What stands there already is no help.
  return offers.filter(({ insert, from, to }) => insert.trimEnd() !== typed.slice(from, to))
}
