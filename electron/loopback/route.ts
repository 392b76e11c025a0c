import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Backend } from '../backend/backend.ts'
import type { Admission } from './admission.ts'
import { answer } from './answer.ts'
import { getBytes, putBytes } from './bytes.ts'
import { makeCall } from './calls.ts'
import { serveDesk } from './desk.ts'
import { streamEvents } from './eventStream.ts'
import { guard } from './guard.ts'
import { launchPage, launchScript } from './launchPage.ts'
import { Refusal } from './refusal.ts'
import { safeHeaders } from './safeHeaders.ts'
import { openSession, sessionOf } from './session.ts'

/** What the routes serve from. */
export interface Served {
  /** The one value of `Host` that is ours: `127.0.0.1:port`. */
  host: string
  backend: Backend
  admission: Admission
  archiveFolder: string
  deskFolder: string
}

/** Serves one request. Throws a {@link Refusal} for whatever is not to be served. */
export async function route(
  request: IncomingMessage,
  response: ServerResponse,
  served: Served,
): Promise<void> {
  guard(request, served.host)
  const url = new URL(request.url!, `http://${served.host}`)
  const at = (method: string, path: string) => request.method === method && url.pathname === path

  // All that can be had without a session: a page without secrets, and the exchange itself.
  if (at('GET', '/launch')) return answer(response, 200, 'text/html; charset=utf-8', launchPage)
  if (at('GET', '/launch.js')) return answer(response, 200, 'text/javascript; charset=utf-8', launchScript)
  if (at('POST', '/session')) return openSession(request, response, served.admission)

  if (!served.admission.admits(sessionOf(request))) {
    throw new Refusal(403, 'This window is not let in. Start Despatch again to open a new one.')
  }
  if (at('POST', '/call')) return makeCall(request, response, served.backend)
  if (at('GET', '/events')) return streamEvents(response, served.backend)
  if (at('POST', '/bytes')) return putBytes(request, response, served.archiveFolder)
  if (request.method !== 'GET') throw new Refusal(405, 'Nothing can be sent to this address.')
  if (url.pathname.startsWith('/bytes/')) return getBytes(response, served.archiveFolder, url)
  // Browsers ask for it unasked; a 404 would stand in the console as an error of ours.
  if (url.pathname === '/favicon.ico') return void response.writeHead(204, safeHeaders).end()
  return serveDesk(response, served.deskFolder, url.pathname)
}
