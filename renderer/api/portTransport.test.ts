import { afterEach, beforeEach, expect, it } from 'vitest'
import type { AnyEvent } from '../../shared/contract/index.ts'
import { portTransport } from './portTransport.ts'

const opened: MessagePort[] = []
beforeEach(() => {
  Object.assign(globalThis, { window: new EventTarget() })
})
afterEach(() => {
  for (const port of opened.splice(0)) port.close()
  Reflect.deleteProperty(globalThis, 'window')
})

/** Posts a port to the window as the preload does, and gives its other end. */
function newBackend(answer: (message: { id: number; name: string }) => unknown, source: unknown = window) {
  const { port1, port2 } = new MessageChannel()
  opened.push(port1, port2)
  port1.onmessage = ({ data }) => {
    const reply = answer(data)
    if (reply !== undefined) port1.postMessage({ id: data.id, reply })
  }
  const event = Object.assign(new Event('message'), { source, data: 'despatch-port', ports: [port2] })
  window.dispatchEvent(event)
  return port1
}

const told = () => {
  const events: AnyEvent[] = []
  let reopened = 0
  const listener = {
    event: (event: AnyEvent) => void events.push(event),
    reopened: () => {
      reopened += 1
    },
    lost: () => {},
  }
  return { events, listener, reopened: () => reopened }
}
const ok = (value: unknown) => ({ ok: true, value })

it('keeps calls made before the port is there, and gives each its own answer', async () => {
  const transport = portTransport(told().listener)
  const answers = Promise.all([transport.perform('one', {}), transport.perform('two', {})])
  newBackend(({ name }) => ok(name))
  expect(await answers).toEqual([ok('one'), ok('two')])
})

it('fails what was under way when another backend takes over, then goes on with that one', async () => {
  const { listener, reopened } = told()
  const transport = portTransport(listener)
  newBackend(() => undefined)
  const lost = transport.perform('one', {})
  newBackend(() => ok('second'))
  expect(await lost).toMatchObject({ ok: false, fault: { code: 'host-gone' } })
  expect(await transport.perform('two', {})).toEqual(ok('second'))
  expect(reopened()).toBe(1)
})

it('passes events on, and takes no port from another window', async () => {
  const { listener, events } = told()
  const transport = portTransport(listener)
  newBackend(() => ok('stranger'), {})
  const backend = newBackend(() => ok('ours'))
  const event: AnyEvent = { name: 'archive.changed', data: { topics: ['packs'] } }
  backend.postMessage({ event })
  expect(await transport.perform('one', {})).toEqual(ok('ours'))
  expect(events).toEqual([event])
})
