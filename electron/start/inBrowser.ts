import type { ChildProcess } from 'node:child_process'
import { startLoopback } from '../loopback/startLoopback.ts'
import { openWindow } from './openWindow.ts'

/** A browser that ends this soon has handed its window to one that was running (milliseconds). */
const HANDED_OVER = 3000

/**
 * Serves the app on this computer and opens it in a browser, or only prints the address when `window` is
 * false. Gives functions to show another window and to end; `closed` resolves when the person closes the app's
 * own window.
 */
export async function inBrowser({
  archiveFolder,
  port,
  window,
}: {
  archiveFolder: string
  port: number
  window: boolean
}): Promise<{ show(): void; close(): Promise<void>; closed: Promise<void> }> {
  const loopback = await startLoopback({ archiveFolder, port })
  const closed = Promise.withResolvers<void>()
  const browsers = new Set<ChildProcess>()
  const show = () => {
    const url = loopback.launchUrl()
    if (!window) return console.log(`This address lets one browser in, once:\n${url}`)
    const openedAt = performance.now()
    const browser = openWindow(url, `${archiveFolder}-window`)
    if (!browser) {
      return console.log(`Despatch opens in your browser. If it does not, this address lets one in:\n${url}`)
    }
    browsers.add(browser)
    browser.once('close', code => {
      browsers.delete(browser)
      const isSoon = performance.now() - openedAt < HANDED_OVER
      if (!isSoon && browsers.size === 0) closed.resolve()
      else if (isSoon && code !== 0)
        console.log(`The browser did not open. This address lets one in:\n${url}`)
    })
  }
  return {
    show,
    closed: closed.promise,
    close: async () => {
      for (const browser of browsers) browser.kill()
      await loopback.close()
    },
  }
}
