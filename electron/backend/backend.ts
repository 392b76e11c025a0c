import type { AnyEvent, Reply } from '../../shared/contract/index.ts'

/** The whole application behind one door. */
export interface Backend {
  /**
   * Makes a call of the contract. Never rejects: a fault comes back as data. `input` is checked at the door.
   * `trusted` callers (the command line, or a host after its own picker) may make the calls that name paths.
   */
  perform(name: string, input: unknown, trusted?: boolean): Promise<Reply<unknown>>
  /** Tells `listener` every event until the returned function is called. */
  onEvent(listener: (event: AnyEvent) => void): () => void
  /** Finishes what is being written, ends the jobs, closes the archive. */
  close(): Promise<void>
}
