import type { MessagePortMain } from 'electron'

/** Answers every call on a page's port with the same fault, so that none of them waits for ever. */
export function deadEnd(port: MessagePortMain, message: string): void {
  port.on('message', ({ data }) => {
    if (typeof data?.id !== 'number') return
    port.postMessage({ id: data.id, reply: { ok: false, fault: { code: 'host-gone', message } } })
  })
  port.start()
}
