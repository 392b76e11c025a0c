import type { AnyEvent, Reply } from '../../shared/contract/index.ts'

/** How calls travel to the backend. Only this room knows. */
export interface Transport {
  perform(name: string, input: unknown): Promise<Reply<unknown>>
}

/** What a transport tells, unasked. */
export interface TransportListener {
  event(event: AnyEvent): void
  /** The way to the backend is open again: what was read before may be out of date. */
  reopened(): void
  /** The way to the backend is broken; `message` says so in words. */
  lost(message: string): void
}
