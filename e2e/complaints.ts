import type { BrowserContext } from '@playwright/test'

/** Writes into `complaints` whatever goes wrong in the pages of `context` without being shown to the person. */
export function watchForComplaints(context: BrowserContext, origin: string, complaints: string[]): void {
  context.on('weberror', ({ error }) => complaints.push(`exception: ${error().stack ?? error().message}`))
  context.on('console', message => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  context.on('request', request => {
    const url = request.url()
    if (!url.startsWith(`${origin}/`) && !/^(blob|data):/.test(url)) complaints.push(`request: ${url}`)
  })
}
