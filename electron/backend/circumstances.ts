import type { AnyEvent } from '../../shared/contract/event.ts'
import type { CallName, CallOutput, ParsedInput } from '../../shared/contract/index.ts'
import type { OpenedDatabase } from './database/openDatabase.ts'
import type { BackendHost } from './host.ts'
import type { JobRunner } from './jobs/pool.ts'
import type { RunningJobs } from './jobs/runningJobs.ts'
import type { Previews } from './packs/previews.ts'
import type { IndexKeeper } from './search/keepIndex.ts'

/** One function for each call of the contract, no more and no fewer. */
export type Handlers = {
  [N in CallName]: (input: ParsedInput<N>) => CallOutput<N> | Promise<CallOutput<N>>
}

/** The handlers of the calls whose names begin with a prefix: `HandlersOf<'packs'>`. */
export type HandlersOf<Prefix extends string> = Pick<Handlers, Extract<CallName, `${Prefix}.${string}`>>

type Topic = Extract<AnyEvent, { name: 'archive.changed' }>['data']['topics'][number]

/** What handlers work with. */
export interface Circumstances {
  opened: OpenedDatabase
  host: BackendHost
  jobs: RunningJobs
  parser: JobRunner
  unpacker: JobRunner
  press: JobRunner
  previews: Previews
  /** Keeps the search index up to date; null in an archive that is open for reading only. */
  index: IndexKeeper | null
  /** The time, as it is stored. */
  now(): string
  /** Tells every desk what is out of date now. */
  changed(...topics: Topic[]): void
}
