import type { JobEntry } from './jobs/entry.ts'

/** What the backend borrows from the program it runs in. Everything that differs between hosts stands here. */
export interface BackendHost {
  readonly kind: 'desktop' | 'loopback' | 'cli'
  /** The version of Despatch, as in package.json. */
  readonly version: string
  /** The one folder that holds the archive. Made if it is missing. */
  readonly archiveFolder: string
  /** Where fonts, templates and the sample are. Read-only. */
  readonly assetsFolder: string
  now(): Date
  /** Starts a process of its own for untrusted or heavy work. */
  startJob(entry: JobEntry): JobPort
  /** Saving, opening and showing files, where the host can; null where an export is a download. */
  readonly files: HostFiles | null
  /** An unexpected error, whole, for the log on this machine. Never sent anywhere. */
  logError(error: unknown, context: string): void
}

/** One end of a channel to a job's process. Messages are structured clones. */
export interface JobPort {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once, when the process is gone for whatever reason. */
  onExit(listener: () => void): void
  kill(): void
}

export interface HostFiles {
  /** Asks the person where to put a copy of the staged file. Gives the path, or null when they declined. */
  saveAs(stagedPath: string, proposedName: string): Promise<string | null>
  /** Opens a file in the program the person has for it. Throws with the reason. */
  open(path: string): Promise<void>
  /** Shows a file in its folder. */
  reveal(path: string): Promise<void>
}
