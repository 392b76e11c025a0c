import type { JobEntry } from './entry.ts'

/**
 * The most JavaScript heap a job may take, in megabytes, where its host can say so: a hostile page must not take
 * the machine's memory with it. Printing holds a whole pack and its fonts.
 */
export const jobHeap: Record<JobEntry, number> = { parse: 384, unpack: 384, press: 2048 }

/**
 * How much of it is for what is new, in megabytes. Readers are kept small, as there are several of them; the press keeps
 * what it makes until the end, and would copy it again and again in a small space.
 */
const newHeap: Record<JobEntry, number> = { parse: 2, unpack: 2, press: 16 }

/**
 * The engine's options for a job's process. A press lives too briefly for its second compiler, which would take a
 * quarter of the processor's time and give back less, with 2,000 pages as with ten.
 */
export const jobFlags = (entry: JobEntry): string[] => [
  `--max-old-space-size=${jobHeap[entry]}`,
  `--max-semi-space-size=${newHeap[entry]}`,
  ...(entry === 'press' ? ['--no-opt'] : []),
]
