/**
 * The programs that may be started as a process of their own. A host finds `parse` at `jobs/parse.ts` when it
 * runs from source, and at `jobs/parse.js` beside its bundle when packaged.
 */
export const jobEntries = ['parse', 'press'] as const
export type JobEntry = (typeof jobEntries)[number]

/**
 * The most JavaScript heap a job may take, in megabytes, where its host can say so: a hostile page must not take
 * the machine's memory with it. Printing holds a whole pack and its fonts.
 */
export const jobHeap: Record<JobEntry, number> = { parse: 512, press: 2048 }
