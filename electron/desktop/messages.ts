import type { Reply } from '../../shared/contract/fault.ts'
import type { JobEntry } from '../backend/jobs/entry.ts'

/** What main tells the backend's process. A port may travel beside the message. */
export type ToBackend =
  | ({ type: 'open' } & OpenArchive)
  /** A page wants calls answered over the port that comes along. */
  | { type: 'page' }
  /** The port to a job that was asked for. */
  | { type: 'job.port'; job: number }
  | { type: 'job.exit'; job: number }
  | { type: 'files.done'; call: number; reply: Reply<string | null> }
  /** Finish what is being written, close the archive, and exit. */
  | { type: 'close' }

export interface OpenArchive {
  version: string
  archiveFolder: string
  assetsFolder: string
}

/** What the backend's process asks of main, which alone can start processes and show dialogs. */
export type FromBackend =
  | { type: 'ready' }
  /** The archive could not be opened; `message` says why, in words for the person. */
  | { type: 'failed'; message: string }
  | { type: 'job.start'; job: number; entry: JobEntry }
  | { type: 'job.kill'; job: number }
  | ({ type: 'files'; call: number } & FilesCall)

export type FilesCall =
  | { method: 'saveAs'; stagedPath: string; proposedName: string }
  | { method: 'open'; path: string }
  | { method: 'reveal'; path: string }
