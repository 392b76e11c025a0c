import type { KeyboardEvent } from 'react'

interface ListKeys {
  active: number
  total: number
  hasSelection: boolean
  /** Goes to a row; with `extends` everything up to it is selected. */
  onGo(index: number, extend: boolean): void
  onOpen(takesFocus: boolean): void
  onToggle(): void
  onExtend(): void
  onAll(): void
  onClear(): void
  /** Up was pressed on the first row. */
  onLeaveUp(): void
}

const page = 8

/**
 * The keys of a list box of which several rows can be selected (ARIA practices, with Ctrl+Space to select because
 * Space opens): arrows, Page, Home and End go; with Shift they select; Ctrl+A takes all, Escape none.
 */
export function listKeys(keys: ListKeys): (event: KeyboardEvent) => void {
  const { active, total } = keys
  return event => {
    const { key, shiftKey, altKey } = event
    const ctrlKey = event.ctrlKey || event.metaKey
    if (altKey) return
    const act = (): boolean => {
      if (key === 'Escape' && keys.hasSelection) return done(keys.onClear)
      if (ctrlKey && !shiftKey && key.toLowerCase() === 'a') return done(keys.onAll)
      if (key === ' ' && ctrlKey && !shiftKey) return done(keys.onToggle)
      if (key === ' ' && shiftKey) return done(keys.onExtend)
      if ((key === 'Enter' || key === ' ') && !ctrlKey) return done(() => keys.onOpen(key === 'Enter'))
      if (ctrlKey && key !== 'ArrowDown' && key !== 'ArrowUp') return false
      if (key === 'ArrowUp' && active === 0 && !shiftKey) return done(keys.onLeaveUp)
      const target = {
        ArrowDown: active + 1,
        ArrowUp: active - 1,
        PageDown: active + page,
        PageUp: active - page,
        Home: 0,
        End: total - 1,
      }[key]
      if (target === undefined) return false
      return done(() => keys.onGo(Math.max(0, Math.min(target, total - 1)), shiftKey))
    }
    if (act()) event.preventDefault()
  }
}

function done(act: () => void): true {
  act()
  return true
}
