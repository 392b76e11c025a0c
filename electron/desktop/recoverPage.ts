import { app, type BrowserWindow, dialog } from 'electron'
import { logError } from './errorLog.ts'

/** Failures nearer together than this, in milliseconds, count as one run of bad luck. */
const CALM = 60_000
const RELOADS = 3

/** Brings the page back when its process dies, and asks the person when it will not come back or does not answer. */
export function recoverPage(window: BrowserWindow): void {
  const contents = window.webContents
  let failures = 0
  let last = 0

  contents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    logError(`the page's process is gone: ${details.reason}, ${details.exitCode}`, 'window')
    failures = Date.now() - last < CALM ? failures + 1 : 1
    last = Date.now()
    if (failures <= RELOADS) contents.reload()
    else void askAgain()
  })
  window.on('unresponsive', () => void askWait())

  async function askAgain(): Promise<void> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: 'The window keeps failing.',
      detail: 'Your archive and packs are safe. Try again, or quit and start Despatch afresh.',
      buttons: ['Try again', 'Quit'],
      defaultId: 0,
      cancelId: 0,
    })
    if (response === 1) return app.quit()
    failures = 0
    if (!window.isDestroyed()) contents.reload()
  }

  async function askWait(): Promise<void> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: 'The window is not answering.',
      detail: 'Wait if it may be busy. Starting it again keeps everything that was saved.',
      buttons: ['Wait', 'Start the window again'],
      defaultId: 0,
      cancelId: 0,
    })
    if (response !== 1 || window.isDestroyed()) return
    contents.forcefullyCrashRenderer()
    contents.reload()
  }
}
