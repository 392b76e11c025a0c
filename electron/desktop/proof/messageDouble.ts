import { EventEmitter } from 'node:events'

/** A MessagePortMain that delivers at once, and queues until it is started, as Electron's does. */
export class PortDouble extends EventEmitter {
  peer: PortDouble | null = null
  private started = false
  private queue: unknown[] = []

  postMessage(data: unknown): void {
    const message = structuredClone(data)
    if (this.peer?.started) this.peer.emit('message', { data: message, ports: [] })
    else this.peer?.queue.push(message)
  }
  start(): void {
    this.started = true
    for (const data of this.queue.splice(0)) this.emit('message', { data, ports: [] })
  }
  close(): void {
    const { peer } = this
    this.peer = null
    if (!peer) return
    peer.peer = null
    peer.emit('close')
  }
}

export class ChannelDouble {
  readonly port1 = new PortDouble()
  readonly port2 = new PortDouble()
  constructor() {
    this.port1.peer = this.port2
    this.port2.peer = this.port1
  }
}

/** Gathers what arrives at a port from now on. */
export function heard(port: PortDouble): unknown[] {
  const messages: unknown[] = []
  port.on('message', ({ data }) => messages.push(data))
  port.start()
  return messages
}
