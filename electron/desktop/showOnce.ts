import type { BrowserWindow } from 'electron'

/** How long to wait for the page's first painting, in milliseconds, before showing the window as it is. */
const PATIENCE = 3000

/**
 * Shows a hidden window once, when it is ready. On Wayland `ready-to-show` may never come for a window that was
 * made hidden (electron/electron issue 48859), and after a failed load it never does; then it is shown all the same.
 */
export function showOnce(window: BrowserWindow, maximised: boolean): void {
  let shown = false
  const show = () => {
    clearTimeout(timer)
    if (shown || window.isDestroyed()) return
    shown = true
    if (maximised) window.maximize()
    window.show()
  }
  const timer = setTimeout(show, PATIENCE)
  window.once('ready-to-show', show)
  window.once('closed', () => clearTimeout(timer))
  if (process.platform === 'linux') window.webContents.once('did-finish-load', show)
  window.webContents.on('did-fail-load', (_event, code, _description, _url, isMainFrame) => {
    if (isMainFrame && code !== ABORTED) show()
  })
}

/** Chromium's ERR_ABORTED: the load was replaced by another one. */
const ABORTED = -3
