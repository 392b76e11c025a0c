import {
  type AnyEvent,
  type CallInput,
  type CallName,
  type CallOutput,
  type EventName,
  type EventOf,
  type Reply,
  unwrap,
} from '../../shared/contract/index.ts'
import { httpTransport } from './httpTransport.ts'
import { portTransport } from './portTransport.ts'
import type { Transport } from './transport.ts'

/** Makes a call of the contract. Throws a `Failure` whose message may be shown as it stands. */
export async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  return unwrap((await transport().perform(name, input)) as Reply<CallOutput<N>>)
}

/** Opens the way to the backend. Call it before the page has loaded: the preload hands over its port just after. */
export function connect(): void {
  transport()
}

/** Tells `listener` each event of that name until the returned function is called. */
export function onEvent<N extends EventName>(name: N, listener: (data: EventOf<N>) => void): () => void {
  transport()
  const hear = (event: AnyEvent) => {
    if (event.name === name) listener(event.data as EventOf<N>)
  }
  eventListeners.add(hear)
  return () => eventListeners.delete(hear)
}

export interface Connection {
  /** Why the backend cannot be reached, in words; null while it can. */
  lost: string | null
}

/** Tells `listener` whenever the way to the backend breaks or opens again. */
export function onConnection(listener: (connection: Connection) => void): () => void {
  connectionListeners.add(listener)
  return () => connectionListeners.delete(listener)
}

/** Names long work before it starts, so that its progress can be followed and it can be cancelled. */
export const newJobId = (): string => crypto.randomUUID()

const eventListeners = new Set<(event: AnyEvent) => void>()
const connectionListeners = new Set<(connection: Connection) => void>()
let open: Transport | null = null

function transport(): Transport {
  open ??= (location.protocol === 'despatch:' ? portTransport : httpTransport)({
    event: event => {
      for (const hear of [...eventListeners]) hear(event)
    },
    reopened: () => tellConnection({ lost: null }),
    lost: message => tellConnection({ lost: message }),
  })
  return open
}

function tellConnection(connection: Connection): void {
  for (const listener of [...connectionListeners]) listener(connection)
}
