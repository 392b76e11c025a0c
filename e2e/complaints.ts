import type { BrowserContext } from '@playwright/test'

/** Writes into `complaints` whatever goes wrong in the pages of `context` without being shown to the person. */
export function watchForComplaints(context: BrowserContext, origin: string, complaints: string[]): void {
  context.on('weberror', ({ error }) => complaints.push(`exception: ${error().stack ?? error().message}`))
  context.on('console', message => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  context.on('request', request => {
    const url = request.url()
    if (!url.startsWith(`${origin}/`) && !withinTheBrowser.test(url)) complaints.push(`request: ${url}`)
  })
}

/** What never leaves the browser: made in the page, or part of the browser's own PDF viewer. */
const withinTheBrowser = /^(blob|data|about|chrome|chrome-extension|devtools):/
