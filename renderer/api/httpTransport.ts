import { type AnyEvent, events, type Reply } from '../../shared/contract/index.ts'
import type { Transport, TransportListener } from './transport.ts'

const gone =
  'Despatch has stopped running on this computer. What was saved is safe. Start Despatch again to go on.'
const refused = 'This window is no longer let in. Close it and start Despatch again. What was saved is safe.'

/** Calls over HTTP to the loopback host: POST /call, and events from /events. */
export function httpTransport(listener: TransportListener): Transport {
  listen(listener)
  return {
    async perform(name, input) {
      let response: Response
      try {
        response = await fetch('/call', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ name, input }),
        })
      } catch {
        return fault(gone)
      }
      if (response.status === 401 || response.status === 403) return fault(refused)
      try {
        return (await response.json()) as Reply<unknown>
      } catch {
        return fault(gone)
      }
    },
  }
}

function listen(listener: TransportListener): void {
  const source = new EventSource('/events')
  let opened = false
  let lost = false
  source.onopen = () => {
    if (opened && lost) listener.reopened()
    opened = true
    lost = false
  }
  source.onerror = () => {
    if (opened && !lost) listener.lost(gone)
    lost = true
  }
  source.onmessage = message => tell(listener, message.data)
  for (const name of Object.keys(events)) {
    source.addEventListener(name, message => tell(listener, (message as MessageEvent<string>).data, name))
  }
}

/** An event arrives as `{name, data}`, or as its data alone under its own event type. */
function tell(listener: TransportListener, text: string, name?: string): void {
  const value = JSON.parse(text) as { name?: string; data?: unknown }
  const event = value.name !== undefined && 'data' in value ? value : { name, data: value }
  listener.event(event as AnyEvent)
}

const fault = (message: string): Reply<unknown> => ({ ok: false, fault: { code: 'host-gone', message } })
