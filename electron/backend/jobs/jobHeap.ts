import type { JobEntry } from './entry.ts'

/**
 * The most JavaScript heap a job may take, in megabytes, where its host can say so: a hostile page must not take
 * the machine's memory with it. Printing holds a whole pack and its fonts.
 */
export const jobHeap: Record<JobEntry, number> = { parse: 384, unpack: 384, press: 2048 }
