import { useEffect, useMemo, useRef, useState } from 'react'
import { Failure, type Pack } from '../../shared/contract/index.ts'
import type { Briefing } from '../../shared/document/briefing.ts'
import { call } from '../api/index.ts'
import { type Autosave, createAutosave, type SaveState } from './autosave.ts'

/** Saves the draft of a pack by itself, and at once when the window or the draft loses the focus. */
export function useAutosave(pack: Pack, read: () => Briefing): { autosave: Autosave; state: SaveState } {
  const [state, setState] = useState<SaveState>({ kind: 'clean' })
  const reader = useRef(read)
  reader.current = read
  const autosave = useMemo(() => {
    const save = saver(pack, () => reader.current())
    return createAutosave({
      save,
      schedule: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds)
        return () => clearTimeout(timer)
      },
      now: Date.now,
      onState: setState,
      isStale,
      describe: error => (error instanceof Error ? error.message : String(error)),
    })
  }, [pack])
  useEffect(() => {
    const flush = () => void autosave.flush()
    const flushWhenHidden = () => document.visibilityState === 'hidden' && flush()
    window.addEventListener('blur', flush)
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flushWhenHidden)
    return () => {
      window.removeEventListener('blur', flush)
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flushWhenHidden)
      flush()
    }
  }, [autosave])
  return { autosave, state }
}

const isStale = (error: unknown): boolean => error instanceof Failure && error.code === 'stale-revision'

/** Saves each time on the revision saved before. */
function saver(pack: Pack, read: () => Briefing): () => Promise<number> {
  const { packId } = pack
  let baseRevision = pack.revision
  /** What was sent since the last save that was answered. */
  let unanswered: Briefing[] = []
  return async () => {
    const briefing = read()
    const save = async () => {
      const { revision, savedAt } = await call('packs.save', { packId, baseRevision, briefing })
      baseRevision = revision
      unanswered = []
      return Date.parse(savedAt)
    }
    try {
      return await save()
    } catch (error) {
      if (!isStale(error)) {
        unanswered = [...unanswered, briefing].slice(-5)
        throw error
      }
      // A save whose answer was lost may have succeeded: then the "newer" revision is our own text.
      if (unanswered.length === 0) throw error
      const stored = await call('packs.get', { packId })
      if (!unanswered.some(sent => sameJson(stored.briefing, sent))) throw error
      baseRevision = stored.revision
      return save()
    }
  }
}

/** Whether two values are the same JSON, whatever the order of their keys. */
function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every(key => sameJson((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  )
}
