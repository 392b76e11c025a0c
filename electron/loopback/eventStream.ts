import type { ServerResponse } from 'node:http'
import type { Backend } from '../backend/backend.ts'
import { safeHeaders } from './safeHeaders.ts'

/** A stream with nothing to say breathes this often (milliseconds), so that a dead one is noticed. */
const BREATH = 15_000

/**
 * `GET /events`: every event of the backend as a server-sent event whose data is `{name, data}`. A browser
 * reconnects by itself half a second after a break; what happened between is not repeated.
 */
export function streamEvents(response: ServerResponse, backend: Backend): void {
  response.writeHead(200, { ...safeHeaders, 'Content-Type': 'text/event-stream; charset=utf-8' })
  response.write('retry: 500\n\n')
  const stop = backend.onEvent(event => response.write(`data: ${JSON.stringify(event)}\n\n`))
  const breath = setInterval(() => response.write(':\n\n'), BREATH)
  response.once('close', () => {
    stop()
    clearInterval(breath)
  })
}
