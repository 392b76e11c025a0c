import type { IncomingMessage } from 'node:http'
import { Refusal } from './refusal.ts'

/**
 * Refuses a request that no page of ours can have made. `Host` stops names rebound to 127.0.0.1; `Origin` and
 * `Sec-Fetch-Site` stop other sites open in the same browser. Throws a {@link Refusal}.
 * Fetch metadata: https://www.w3.org/TR/fetch-metadata/
 */
export function guard(request: IncomingMessage, host: string): void {
  if (namesOf(request, 'host').join() !== host) throw new Refusal(421, 'This address is not served here.')
  if (!request.url?.startsWith('/')) throw new Refusal(400, 'The address cannot be understood.')
  if (request.method !== 'GET' && request.method !== 'POST') {
    throw new Refusal(405, 'Only GET and POST are served.')
  }
  const origin = request.headers.origin
  const writes = request.method === 'POST'
  if (origin === undefined ? writes : origin !== `http://${host}`) {
    throw new Refusal(403, 'Only pages of Despatch itself are served.')
  }
  const site = request.headers['sec-fetch-site']
  // `none` is a person opening the address: that can only be a page, never a call.
  if (site !== undefined && site !== 'same-origin' && !(site === 'none' && !writes)) {
    throw new Refusal(403, 'Only pages of Despatch itself are served.')
  }
}

/** Every value the header was sent with. Node keeps only the first `Host`, and a second one is an attack. */
function namesOf(request: IncomingMessage, header: string): string[] {
  const values: string[] = []
  for (let i = 0; i < request.rawHeaders.length; i += 2) {
    if (request.rawHeaders[i]!.toLowerCase() === header) values.push(request.rawHeaders[i + 1]!)
  }
  return values
}
