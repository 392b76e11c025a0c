import type { AnyEvent, Reply } from '../../shared/contract/index.ts'
import type { Transport, TransportListener } from './transport.ts'

const interrupted =
  'Despatch had to restart its archive while this was under way. What was saved is safe. Please try again.'

type Incoming = { id: number; reply: Reply<unknown> } | { event: AnyEvent }

/**
 * Calls over a MessagePort, as the Electron preload posts it to the window. A second port means that another
 * backend has taken the first one's place: calls in flight have no answer to wait for and fail as `host-gone`.
 */
export function portTransport(listener: TransportListener): Transport {
  const waiting = new Map<number, (reply: Reply<unknown>) => void>()
  let port: MessagePort | null = null
  let queued: unknown[] = []
  let lastId = 0

  window.addEventListener('message', event => {
    if (event.source !== window || event.data !== 'despatch-port') return
    const next = event.ports[0]
    if (!next) return
    const again = port !== null
    port?.close()
    port = next
    port.onmessage = ({ data }: MessageEvent<Incoming>) => {
      if ('event' in data) listener.event(data.event)
      else settle(data.id, data.reply)
    }
    if (again) {
      for (const id of [...waiting.keys()]) {
        settle(id, { ok: false, fault: { code: 'host-gone', message: interrupted } })
      }
      listener.reopened()
    }
    for (const message of queued) port.postMessage(message)
    queued = []
  })

  function settle(id: number, reply: Reply<unknown>): void {
    waiting.get(id)?.(reply)
    waiting.delete(id)
  }

  return {
    perform(name, input) {
      lastId += 1
      const message = { id: lastId, name, input }
      return new Promise(resolve => {
        waiting.set(message.id, resolve)
        if (port) port.postMessage(message)
        else queued.push(message)
      })
    },
  }
}
