import type { Database } from '../../database/openDatabase.ts'
import type { JobRunner } from '../../jobs/pool.ts'
import type { RunningJob } from '../../jobs/runningJobs.ts'
import type { IndexKeeper } from '../../search/keepIndex.ts'
import type { SourceKind } from '../detectKind.ts'
import type { SourceBytes } from '../parsedSource.ts'

/** One file waiting to be read: where its bytes are, and what the person knows it as. */
export interface WaitingSource {
  file: string
  name: string
  url?: string
}

/** What an import works with. */
export interface ImportContext {
  db: Database
  parser: JobRunner
  unpacker: JobRunner
  index: IndexKeeper | null
  job: RunningJob
  now: () => Date
  logError: (error: unknown, context: string) => void
}

/** One file with its bytes, found by itself or in a container, that is to be read as it is. */
export interface FoundSource extends SourceBytes {
  /** What the report calls it: the path it was named by, or the way to it through its containers. */
  path: string
  /** The name it is kept under: "report.pdf", "report.pdf in cuttings.zip". */
  origin: string
  kind: SourceKind
  sha256: string
}

/** A file that is not to be read, and why. */
export interface RefusedSource {
  path: string
  refused: string
}
