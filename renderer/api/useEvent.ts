import { useEffect, useEffectEvent } from 'react'
import type { EventName, EventOf } from '../../shared/contract/index.ts'
import { type Connection, onConnection, onEvent } from './call.ts'

/** Hears the backend's events of one name for as long as the component is there. */
export function useEvent<N extends EventName>(name: N, listener: (data: EventOf<N>) => void): void {
  const hear = useEffectEvent(listener)
  useEffect(() => onEvent(name, data => hear(data)), [name])
}

/** Hears when the way to the backend breaks or opens again. */
export function useConnection(listener: (connection: Connection) => void): void {
  const hear = useEffectEvent(listener)
  useEffect(() => onConnection(connection => hear(connection)), [])
}
