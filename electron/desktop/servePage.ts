import type { MessagePortMain } from 'electron'
import { Failure } from '../../shared/contract/fault.ts'
import type { Backend } from '../backend/index.ts'

/**
 * Answers a page's calls and tells it every event, until the page is gone. A page is never trusted: it cannot
 * make the calls that name paths. Resolves when the page is gone and all it said has been heard.
 */
export function servePage(port: MessagePortMain, opening: Promise<Backend>): Promise<void> {
  const gone = Promise.withResolvers<void>()
  let open = true
  let forget = () => {}
  const send = (message: unknown) => {
    if (open) port.postMessage(message)
  }
  port.on('close', () => {
    open = false
    forget()
    gone.resolve()
  })
  port.on('message', ({ data }) => void answer(data, opening, send))
  opening.then(
    backend => {
      if (open) forget = backend.onEvent(event => send({ event }))
    },
    () => {},
  )
  port.start()
  return gone.promise
}

async function answer(
  call: unknown,
  opening: Promise<Backend>,
  send: (message: unknown) => void,
): Promise<void> {
  const { id, name, input } = Object(call) as Record<string, unknown>
  if (typeof id !== 'number' || typeof name !== 'string') return
  try {
    const backend = await opening
    send({ id, reply: await backend.perform(name, input) })
  } catch (error) {
    const { code, message } =
      error instanceof Failure
        ? error
        : new Failure(
            'internal',
            'Something went wrong inside Despatch. What was saved before is safe. Try again.',
          )
    send({ id, reply: { ok: false, fault: { code, message } } })
  }
}
