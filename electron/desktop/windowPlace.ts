import { type BrowserWindow, screen } from 'electron'
import type { PreferenceStore } from './preferences.ts'

const usual = { width: 1440, height: 900 }

/** Where to open the window: where it was, if enough of that is still on a display; else the usual size. */
export function windowPlace(preferences: PreferenceStore): Partial<Electron.Rectangle> {
  const { place } = preferences.get()
  if (!place) return usual
  return screen.getAllDisplays().some(display => overlaps(display.workArea, place)) ? place : usual
}

/** Remembers where the window was when it closes. */
export function keepPlace(window: BrowserWindow, preferences: PreferenceStore): void {
  window.on('close', () =>
    preferences.set({ place: window.getNormalBounds(), maximised: window.isMaximized() }),
  )
}

/** At least 100 by 50 pixels must show, or nobody could take hold of it. */
function overlaps(area: Electron.Rectangle, place: Electron.Rectangle): boolean {
  const width = Math.min(area.x + area.width, place.x + place.width) - Math.max(area.x, place.x)
  const height = Math.min(area.y + area.height, place.y + place.height) - Math.max(area.y, place.y)
  return width >= 100 && height >= 50
}
