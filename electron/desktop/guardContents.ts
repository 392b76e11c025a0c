import type { WebContents } from 'electron'
import { isOurs } from './origin.ts'

/** Keeps a window on the app's own pages: no navigation away, no new windows, no embedded browsers. */
export function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', stayHome)
  contents.on('will-frame-navigate', stayHome)
  contents.on('will-redirect', stayHome)
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

function stayHome(details: { url: string; preventDefault(): void }): void {
  if (!isOurs(details.url)) details.preventDefault()
}
