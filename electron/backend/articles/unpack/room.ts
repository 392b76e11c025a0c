import type { SourceBytes } from '../parsedSource.ts'
import type { Budget } from './budget.ts'

/** What a container says of a member beside its name. */
export type About = Pick<SourceBytes, 'url' | 'capturedAt' | 'mediaType'>

/** Where an unpacker puts what it takes out of one container. Each call resolves when the member has been dealt with. */
export interface Room {
  budget: Budget
  /** Hands over a member whose bytes were counted; what is itself a container is unpacked in its place. */
  put(name: string, bytes: Uint8Array, about?: About): Promise<void>
  /** Hands over the container itself as a leaf: a message is an article beside what is attached to it. */
  putSelf(): Promise<void>
  /** Says in words why a member was not taken out: "it is encrypted. …" */
  refuse(name: string, reason: string): Promise<void>
  /** Says why what is left of this container was not taken out, the members before it being kept. */
  refuseRest(reason: string): Promise<void>
}

/** Takes one kind of container apart. Throws `Refused` when it is damaged as a whole. */
export type Unpacker = (source: SourceBytes, room: Room) => Promise<void>
