import { app } from 'electron'

/** How long the archive may take to close, in milliseconds. It survives being cut off. */
const PATIENCE = 5000

/** Holds the end of the app back until `close` has finished, once every window has agreed to close. */
export function closeBeforeQuit(close: () => Promise<void>): void {
  let phase: 'running' | 'closing' | 'closed' = 'running'
  app.on('will-quit', event => {
    if (phase === 'closed') return
    event.preventDefault()
    if (phase === 'closing') return
    phase = 'closing'
    const patience = new Promise<void>(resolve => setTimeout(resolve, PATIENCE))
    void Promise.race([close(), patience])
      .catch(() => {})
      .finally(() => {
        phase = 'closed'
        app.quit()
      })
  })
}
